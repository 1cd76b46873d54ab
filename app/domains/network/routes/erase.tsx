import { ConfirmBox } from "~/design/confirm-box";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { useProblems } from "~/design/problems";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct, onward } from "~/platform/http/conduct.server";
import { again } from "~/platform/http/forms.server";
import { useText } from "~/platform/i18n";
import { Forbidden } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { peopleMessages } from "../people/messages";
import { rightsPage } from "../people/pages.server";
import { erasePerson } from "../people/rights.server";
import { staffMessages } from "../staff-messages";
import type { Route } from "./+types/erase";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const page = await rightsPage(world, params);
	if (!page.mayAnswer) throw new Forbidden();
	return page;
});

export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const { party, place } = await rightsPage(world, params);
	const outcome = await erasePerson(world, { id: party.id });
	if (!outcome.done) return again({}, outcome.refusals);
	return onward(`/o/${place.slug}/verwaltung/netzwerk/menschen?geloescht`);
});

/** Asks once before a person is forgotten. */
export default function Erase({ loaderData: { place, party }, actionData }: Route.ComponentProps) {
	const t = useText(peopleMessages);
	const staff = useText(staffMessages);
	const problems = useProblems(messages, actionData?.refusals);
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/akteur/${party.id}`;
	return (
		<>
			<title>{`${t("page.eraseTitle")} – ${party.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: here },
					{ label: t("page.eraseTitle") },
				]}
			/>
			<ErrorSummary errors={problems.errors} />
			<PageTitle title={t("page.eraseTitle")} />
			<ConfirmBox
				id="wirklich"
				title={t("page.eraseQuestion", { name: party.name })}
				lost={[t("page.eraseLost")]}
				text={t("page.eraseStays")}
				confirm={t("page.eraseConfirm")}
				cancelHref={`${here}/rechte`}
			/>
		</>
	);
}
