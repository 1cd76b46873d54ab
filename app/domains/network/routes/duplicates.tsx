import { z } from "zod";
import { Alert } from "~/design/alert";
import { Button } from "~/design/button";
import { DataTable } from "~/design/data-table";
import { EmptyState } from "~/design/empty-state";
import { ErrorSummary } from "~/design/error-summary";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { LocalDate } from "~/design/time";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { careMessages } from "../care-messages";
import { removeForm } from "../forms";
import { duplicatesPage } from "../merging/duplicates.server";
import { undoMerge } from "../merging/merge.server";
import { messages } from "../messages";
import { keepersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/duplicates";

const toldOf = z.enum(["merged", "undone", "kept"]).nullable().catch(null);

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	...(await duplicatesPage(world, params.place)),
	told: toldOf.parse(new URL(request.url).searchParams.get("gespeichert")),
}));

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const { slug } = await keepersPlace(world, params.place);
	const form = await readForm(request, removeForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await undoMerge(world, form.value);
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${slug}/verwaltung/netzwerk/doppelt?gespeichert=undone`);
});

/** Entries that look alike, and merges that can be taken back. */
export default function Duplicates({ loaderData: { place, pairs, merges, told }, actionData }: Route.ComponentProps) {
	const t = useText(careMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const entry = ({ id, name, email }: (typeof pairs)[number]["first"]) => (
		<>
			<a href={`${list}/akteur/${id}`}>{name}</a> {email && <span className="gw-muted gw-small">{email}</span>}
		</>
	);
	return (
		<>
			<title>{`${t("merge.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: staff("list.title"), href: list }, { label: t("merge.title") }]} />
			{told && !actionData && <Alert tone="success" title={t(`merge.${told}`)} live />}
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("merge.title")} lead={t("merge.lead")} />
			<DataTable
				caption={t("merge.caption")}
				captionHidden
				rows={pairs}
				rowKey={({ first, second }) => `${first.id}-${second.id}`}
				columns={[
					{ key: "first", header: t("merge.first"), rowHeader: true, cell: ({ first }) => entry(first) },
					{ key: "second", header: t("merge.second"), cell: ({ second }) => entry(second) },
					{ key: "because", header: t("merge.because"), cell: ({ because }) => t(`merge.reasons.${because}`) },
					{
						key: "act",
						header: t("merge.compare"),
						cell: ({ first, second }) => (
							<a
								href={`${list}/doppelt/${first.id}/${second.id}`}
								aria-label={t("merge.compareOf", { first: first.name, second: second.name })}
							>
								{t("merge.compare")}
							</a>
						),
					},
				]}
				empty={
					<EmptyState title={t("merge.none")}>
						<p>{t("merge.noneText")}</p>
					</EmptyState>
				}
			/>
			{merges.length > 0 && (
				<Section id="zusammengefuehrt" title={t("merge.done")}>
					<ul>
						{merges.map(({ id, name, merged, partyId, mergedAt }) => (
							<li key={id}>
								<a href={`${list}/akteur/${partyId}`}>{t("merge.doneText", { merged, name })}</a> (
								<LocalDate value={mergedAt} />)
								<Form id={`zurueck-${id}`} hidden={{ id }} inline>
									<Button look="tertiary" small label={t("merge.undoOf", { name: merged })}>
										{t("merge.undo")}
									</Button>
								</Form>
							</li>
						))}
					</ul>
				</Section>
			)}
		</>
	);
}
