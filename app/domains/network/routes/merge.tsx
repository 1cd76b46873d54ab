import { Button } from "~/design/button";
import { RadioGroup } from "~/design/choice-group";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, formFields, readFields } from "~/platform/http/forms.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { careMessages } from "../care-messages";
import { mergeForm } from "../forms";
import { mergePage } from "../merging/duplicates.server";
import { keepApart, mergeParties } from "../merging/merge.server";
import { messages } from "../messages";
import { staffMessages } from "../staff-messages";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/merge";

export const loader = conduct(({ world, params }: Route.LoaderArgs & { world: World }) => mergePage(world, params));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { place, first, second } = await mergePage(world, params);
	const back = (what: string) => onward(`/o/${place.slug}/verwaltung/netzwerk/doppelt?gespeichert=${what}`);
	const fields = await formFields(request);
	if (fields.get("act") === "apart") {
		await keepApart(world, { firstId: first.id, secondId: second.id });
		return back("kept");
	}
	const form = readFields(request, fields, mergeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const keepsFirst = form.value.survivor === first.id;
	const [survivor, merged] = keepsFirst ? [first, second] : [second, first];
	const choose = (choice: "first" | "second") => ((choice === "first") === keepsFirst ? "survivor" : "merged");
	const { name, email, phone } = form.value;
	const outcome = await mergeParties(world, {
		survivorId: survivor.id,
		mergedId: merged.id,
		choices: { name: choose(name), email: choose(email), phone: choose(phone) },
	});
	return outcome.done ? back("merged") : again(form.typed, outcome.refusals);
});

/** Two entries beside each other: which stays, with which details. */
export default function Merge({ loaderData: { place, first, second }, actionData }: Route.ComponentProps) {
	const t = useText(careMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const { dateLong } = useFormat();
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const values = actionData?.typed ?? {
		...{ survivor: first.id, name: "first" },
		...{ email: first.email ? "first" : "second", phone: first.phone ? "first" : "second" },
	};
	const both = (label: (entry: typeof first) => string) => [
		{ value: "first", label: label(first) },
		{ value: "second", label: label(second) },
	];
	const group = (name: string) => ({ name, value: textIn(values, name), error: problems.at(name) });
	return (
		<>
			<title>{`${t("merge.pageTitle")} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: t("merge.title"), href: `${list}/doppelt` },
					{ label: t("merge.pageTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={`${first.name} · ${second.name}`} above={t("merge.pageTitle")} lead={t("merge.pageLead")} />
			<Form id="zusammen">
				<RadioGroup
					{...group("survivor")}
					label={t("merge.survivor")}
					choices={[first, second].map(({ id, name, ties, notes, createdAt, source }) => ({
						value: id,
						label: name,
						hint: `${t("merge.counts", { ties, notes, date: dateLong(createdAt) })} · ${source}`,
					}))}
				/>
				<RadioGroup {...group("name")} label={t("merge.name")} choices={both(({ name }) => name)} />
				<RadioGroup
					{...group("email")}
					label={t("merge.email")}
					choices={both(({ email }) => email ?? t("merge.empty"))}
				/>
				<RadioGroup
					{...group("phone")}
					label={t("merge.phone")}
					choices={both(({ phone }) => phone ?? t("merge.empty"))}
				/>
				<Button>{t("merge.submit")}</Button>
			</Form>
			<Form id="verschieden" hidden={{ act: "apart" }} inline>
				<Button look="secondary">{t("merge.apart")}</Button>
			</Form>
		</>
	);
}
