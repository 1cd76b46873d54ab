import { Alert } from "~/design/alert";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { FileField } from "~/design/file-field";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Select } from "~/design/select";
import { TextArea } from "~/design/text-area";
import { TextField } from "~/design/text-field";
import { readUploadForm } from "~/domains/files/index.server";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { keptForm } from "~/platform/http/kept-forms.server";
import { useText } from "~/platform/i18n";
import { done } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { costClasses } from "../../costs/cost-item";
import { messages } from "../../messages";
import { enterContract } from "../commands/enter-contract.server";
import { readContract } from "../contract-input";
import { contractForm } from "../forms";
import { existingMessages } from "../messages";
import { contractPage, contractsPlace } from "../queries/contracts.server";
import type { Route } from "./+types/enter";

const scanLimits = { files: 1, fileBytes: 20_000_000, totalBytes: 21_000_000, kinds: ["pdf", "image"] as const };

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const place = await contractsPlace(world, params.place);
	const like = query.get("wie") ?? query.get("gespeichert");
	const before = like === null ? null : await contractPage(world, { place: params.place, id: like });
	return {
		place: { slug: place.slug, name: place.name },
		own: place.ownName,
		saved: query.has("gespeichert") ? (before?.title ?? null) : null,
		/** Partners, kind and notice of the one before stay: forty contracts often have the same five partners. */
		before: before && {
			parties: before.parties.slice(1).join("\n"),
			costClass: before.costClass,
			noticeMonths: before.noticeMonths?.toString() ?? "",
			/** Only a similar one begins with its amounts. */
			amounts: query.has("wie") ? before.lines : undefined,
		},
		kept: await keptForm(world, request),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	// Whoever may not see the page shall not fill the disk either.
	const place = await contractsPlace(world, params.place);
	const form = await readUploadForm(request, contractForm, scanLimits);
	if (!form.valid) return again(form.typed, form.refusals);
	const { costClass, ...typed } = form.value;
	const outcome = await form.act<{ id: string }, string>(async () => {
		const contract = readContract(typed, place.ownName);
		if (!contract.done) return contract;
		const entered = await enterContract(world, {
			ownerId: place.organisationId,
			costClass,
			input: contract.value,
			stored: form.files[0] ?? null,
		});
		return entered.done ? done(entered.value) : entered;
	});
	if (!outcome.done) return again(form.typed, [...outcome.refusals, ...form.chooseAgain]);
	return onward(`/o/${place.slug}/verwaltung/vereinbarungen/bestand/neu?gespeichert=${outcome.value.id}`);
});

export default function Enter({ loaderData: page, actionData }: Route.ComponentProps) {
	const t = useText(existingMessages);
	const say = useText(messages);
	const problems = useProblems(existingMessages, actionData?.refusals);
	const typed = actionData?.typed ?? page.kept ?? {};
	const text = (name: string) => typed[name]?.toString();
	const list = `/o/${page.place.slug}/verwaltung/vereinbarungen/bestand`;
	return (
		<>
			<title>{`${t("form.title")} – ${page.place.name}`}</title>
			<Breadcrumb
				entries={[
					{ label: page.place.name, href: `/o/${page.place.slug}` },
					{ label: t("title"), href: list },
					{ label: t("form.title") },
				]}
			/>
			{page.saved && !actionData && <Alert tone="success" title={t("form.saved", { title: page.saved })} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("form.title")} lead={t("lead")} />
			<Form files>
				<TextField
					name="title"
					label={t("form.name")}
					value={text("title")}
					error={problems.at("title")}
					focus={!actionData && page.before !== null}
				/>
				<TextArea
					name="parties"
					rows={3}
					label={t("form.parties")}
					hint={t("form.partiesHint", { own: page.own })}
					value={text("parties") ?? page.before?.parties}
					error={problems.at("parties")}
				/>
				<TextArea
					name="amounts"
					optional
					rows={3}
					label={t("form.amounts")}
					hint={t("form.amountsHint", { own: page.own })}
					value={text("amounts") ?? page.before?.amounts}
					error={problems.at("amounts")}
				/>
				<Select
					name="costClass"
					label={t("form.costClass")}
					value={text("costClass") ?? page.before?.costClass ?? "operation"}
					error={problems.at("costClass")}
					options={costClasses.map((one) => ({ value: one, label: say(`classes.${one}`) }))}
				/>
				<DateField name="startsOn" label={t("form.starts")} value={text("startsOn")} error={problems.at("startsOn")} />
				<DateField
					name="lastDay"
					optional
					label={t("form.last")}
					hint={t("form.lastHint")}
					value={text("lastDay")}
					error={problems.at("lastDay")}
				/>
				<TextField
					name="noticeMonths"
					optional
					inputMode="numeric"
					width="short"
					label={t("form.noticeMonths")}
					value={text("noticeMonths") ?? page.before?.noticeMonths}
					error={problems.at("noticeMonths")}
				/>
				<DateField
					name="signedOn"
					optional
					label={t("form.signed")}
					value={text("signedOn")}
					error={problems.at("signedOn")}
				/>
				<TextField
					name="fileNumber"
					optional
					label={t("form.fileNumber")}
					value={text("fileNumber")}
					error={problems.at("fileNumber")}
				/>
				<TextField
					name="purpose"
					optional
					label={t("form.purpose")}
					value={text("purpose")}
					error={problems.at("purpose")}
				/>
				<FileField
					name="scan"
					optional
					accept="application/pdf,image/*"
					label={t("form.scan")}
					hint={t("form.scanHint")}
					error={problems.at("scan")}
				/>
				<Button>{t("form.save")}</Button>
			</Form>
			<p>
				<a href={list}>{t("form.done")}</a>
			</p>
		</>
	);
}
