import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { CheckboxGroup } from "~/design/choice-group";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { Tabs } from "~/design/tabs";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { careMessages } from "../care-messages";
import { confirmParties } from "../commands/confirm.server";
import { confirmForm } from "../forms";
import { messages } from "../messages";
import { confirmPage } from "../queries/confirm-page.server";
import { keepersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import { textsIn } from "../ui/typed";
import type { Route } from "./+types/confirm";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const query = new URL(request.url).searchParams;
	const done = Number.parseInt(query.get("bestaetigt") ?? "", 10);
	const page = await confirmPage(world, params.place, query.get("wer") === "alle" ? "all" : "mine");
	return { ...page, done: Number.isSafeInteger(done) ? done : null };
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { ownerId, slug } = await keepersPlace(world, params.place);
	const form = await readForm(request, confirmForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await confirmParties(world, { ownerId, partyIds: form.value.parties });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	const whose = new URL(request.url).searchParams.get("wer") === "alle" ? "wer=alle&" : "";
	return onward(`/o/${slug}/verwaltung/netzwerk/bestaetigen?${whose}bestaetigt=${outcome.value.count}`);
});

/** Many entries are confirmed at once, each with what stands there. */
export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
	const { place, whose, parties, total, reviews, done } = loaderData;
	const t = useText(careMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const ticked = textsIn(actionData?.typed ?? {}, "parties");
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/bestaetigen`;
	return (
		<>
			<title>{`${t("confirm.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: staff("list.title"), href: list }, { label: t("confirm.title") }]} />
			{done !== null && !actionData && <Alert tone="success" title={t("confirm.done", { count: done })} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("confirm.title")} lead={t("confirm.lead")} />
			<Tabs
				label={t("confirm.tabs")}
				tabs={[
					{ href: here, label: t("confirm.mine"), current: whose === "mine" },
					{ href: `${here}?wer=alle`, label: t("confirm.all"), current: whose === "all" },
				]}
			/>
			{parties.length === 0 ? (
				<EmptyState title={t("confirm.none")}>
					<p>{t("confirm.noneText")}</p>
				</EmptyState>
			) : (
				<Form action={whose === "all" ? `${here}?wer=alle` : here}>
					{parties.length < total && <p>{t("confirm.first", { count: parties.length, total })}</p>}
					<CheckboxGroup
						name="parties"
						label={t("confirm.caption")}
						values={ticked}
						error={problems.at("parties")}
						choices={parties.map(({ id, name, email, phone, keeper, months, ties }) => ({
							value: id,
							label: t("confirm.pick", { name }),
							hint: [
								...ties,
								staff("list.age", { months }),
								`${t("confirm.keeper")} ${keeper ?? t("confirm.nobody")}`,
								...[email, phone].filter((text) => text !== null),
							].join(" · "),
						}))}
					/>
					<Button>{t("confirm.submit")}</Button>
				</Form>
			)}
			{reviews.length > 0 && (
				<Section id="pruefungen" title={t("confirm.reviews")}>
					<ul>
						{reviews.map(({ id, partyId, name, why, reviewOn }) => (
							<li key={id}>
								<a href={`${list}/akteur/${partyId}#schluesselperson`}>{name}</a>: {why} (
								<LocalDate value={reviewOn} />)
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
