import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { DateField } from "~/design/date-field";
import { ErrorSummary } from "~/design/error-summary";
import { FormScope, filterScope } from "~/design/field";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { TextField } from "~/design/text-field";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again, readForm } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { freeze } from "../commands/freeze.server";
import { readFilter, withFilter, writeFilter } from "../filter";
import { snapshotForm } from "../forms";
import { messages } from "../messages";
import { mayKeepNetwork } from "../policy.server";
import { termChoices, typeChoices } from "../queries/choices.server";
import { mostDrawn, networkPicture, timeSpan } from "../queries/network-view.server";
import { keepersPlace, readersPlace } from "../queries/place-of-network.server";
import { staffMessages } from "../staff-messages";
import { Drawing } from "../ui/drawing";
import { NetworkFilterBar } from "../ui/network-filter";
import { NetworkTabs } from "../ui/network-tabs";
import { TieTable } from "../ui/tie-table";
import { textIn } from "../ui/typed";
import type { Route } from "./+types/picture";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const place = await readersPlace(world, params.place);
	const filter = readFilter(new URL(request.url).searchParams);
	return {
		place,
		filter,
		most: mostDrawn,
		mayKeep: mayKeepNetwork(world.actor, place),
		choices: { ...(await termChoices(world, place.ownerId)), types: await typeChoices(world, place.ownerId) },
		picture: await networkPicture(world, place.ownerId, filter),
		span: await timeSpan(world, place.ownerId, filter),
	};
});

export const action = conduct(async ({ world, params, request }: Route.ActionArgs & { world: World }) => {
	const place = await keepersPlace(world, params.place);
	const form = await readForm(request, snapshotForm);
	if (!form.valid) return again(form.typed, form.refusals);
	const outcome = await freeze(world, { ownerId: place.ownerId, ...form.value });
	if (!outcome.done) return again(form.typed, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/staende/${outcome.value.id}`);
});

/** The network as drawing and as table, on a day. */
export default function Picture({ loaderData, actionData }: Route.ComponentProps) {
	const { place, filter, choices, picture, span, most, mayKeep } = loaderData;
	const t = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const here = `/o/${place.slug}/verwaltung/netzwerk`;
	const carried = [...new URLSearchParams(writeFilter({ ...filter, day: null }))];
	return (
		<>
			<title>{`${t("picture.title")} – ${place.name}`}</title>
			<WorkCrumbs place={place} entries={[{ label: t("list.title"), href: here }, { label: t("picture.title") }]} />
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("list.picture")} lead={t("picture.lead")} />
			<NetworkTabs slug={place.slug} current="picture" filter={filter} />
			<NetworkFilterBar action={`${here}/bild`} filter={filter} choices={choices} ownDay={false} />
			<Section id="zeit" title={t("picture.slider")} intro={t("picture.sliderText")}>
				<FormScope value={`zeit-${filterScope}`}>
					<form
						method="get"
						action={`${here}/bild`}
						className="gw-form"
						data-island="time-slider"
						data-first={span.first}
						data-last={span.last}
						data-label={t("picture.slider")}
					>
						{carried.map(([name, value]) => (
							<input key={name} type="hidden" name={name} value={value} />
						))}
						<DateField name="tag" label={t("picture.day")} value={span.day} />
						<Button look="secondary">{t("picture.show")}</Button>
					</form>
				</FormScope>
			</Section>
			{picture.tooMany ? (
				<Alert title={t("picture.tooMany", { most })} />
			) : (
				picture.nodes.length > 0 && <Drawing nodes={picture.nodes} ties={picture.ties} day={span.day} />
			)}
			<TieTable ties={picture.ties} slug={place.slug} linked />
			{picture.more && <p>{t("picture.first", { count: picture.ties.length })}</p>}
			<ButtonRow>
				<LinkButton href={withFilter(`${here}/verbindungen.xlsx`, filter)} look="secondary" download>
					{t("list.export")}
				</LinkButton>
				<LinkButton href={withFilter(`${here}/verbindungen.csv`, filter)} look="secondary" download>
					{t("list.exportCsv")}
				</LinkButton>
			</ButtonRow>
			{mayKeep && (
				<Section id="festhalten" title={t("picture.freeze")} intro={t("picture.freezeText")}>
					<Form id="stand" hidden={{ filter: writeFilter(filter) }}>
						<TextField
							name="name"
							label={t("picture.freezeName")}
							maxLength={120}
							value={textIn(actionData?.typed ?? {}, "name")}
							error={problems.at("name")}
						/>
						<Button>{t("picture.freeze")}</Button>
					</Form>
				</Section>
			)}
		</>
	);
}
