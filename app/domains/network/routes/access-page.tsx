import { Button } from "~/design/button";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { WorkCrumbs } from "~/domains/organisations";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import { NotFound } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { accessMessages } from "../people/access-messages";
import { peopleMessages } from "../people/messages";
import { accessDocument, rightsPage } from "../people/pages.server";
import { recordAccess } from "../people/rights.server";
import { staffMessages } from "../staff-messages";
import { AccessDocument } from "../ui/access-document";
import type { Route } from "./+types/access-page";

export const loader = conduct(async ({ world, params }: Route.LoaderArgs & { world: World }) => {
	const page = await rightsPage(world, params);
	if (!page.mayAnswer) throw new NotFound();
	return page;
});

/** A form asks for it, because that it was made is recorded. */
export const action = conduct(async ({ world, params }: Route.ActionArgs & { world: World }) => {
	const document = await accessDocument(world, params);
	await recordAccess(world, { id: document.id });
	return document;
});

/** Everything about one person, to be read and printed for them (Art. 15 GDPR). */
export default function AccessPage({ loaderData: { place, party }, actionData }: Route.ComponentProps) {
	const t = useText(accessMessages);
	const people = useText(peopleMessages);
	const staff = useText(staffMessages);
	const { dateLong } = useFormat();
	const list = `/o/${place.slug}/verwaltung/netzwerk`;
	const here = `${list}/akteur/${party.id}`;
	const title = t("title", { name: party.name });
	return (
		<>
			<title>{`${title} – ${place.name}`}</title>
			<WorkCrumbs
				place={place}
				entries={[
					{ label: staff("list.title"), href: list },
					{ label: party.name, href: here },
					{ label: people("page.rightsTitle"), href: `${here}/rechte` },
					{ label: people("page.accessTitle") },
				]}
			/>
			<PageTitle
				title={title}
				lead={actionData ? t("lead", { owner: place.name, date: dateLong(actionData.madeOn) }) : t("ask")}
			/>
			{actionData ? (
				<AccessDocument document={actionData} />
			) : (
				<Form id="erstellen">
					<Button>{t("make")}</Button>
				</Form>
			)}
		</>
	);
}
