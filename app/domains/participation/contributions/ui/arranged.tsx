import { Alert } from "~/design/alert";
import { Button, ButtonRow, LinkButton } from "~/design/button";
import { Form } from "~/design/form";
import { Section } from "~/design/layout";
import { useFormat, useText } from "~/platform/i18n";
import { moderationMessages } from "../moderation-messages";
import type { Neighbour } from "../queries/arranged.server";
import type { ContributionPage } from "../queries/contribution-page.server";

type Given = { contribution: ContributionPage & { shown: "text" } };

function Links({ to }: { to: readonly Neighbour[] }) {
	const t = useText(moderationMessages);
	return (
		<ul>
			{to.map(({ code, number, title }) => (
				<li key={code}>
					<a href={`/b/${code}`}>{t("page.numbered", { number: String(number), title })}</a>
				</li>
			))}
		</ul>
	);
}

/** That a contribution was changed, merged, or taken out of another one: for everybody to see. */
export function WhatBecameOfText({ contribution }: Given) {
	const t = useText(moderationMessages);
	const { dateLong } = useFormat();
	const { arranged, changedAt } = contribution;
	return (
		<>
			{changedAt && (
				<p>
					{t("page.changed", { date: dateLong(changedAt) })}{" "}
					<a href={`/b/${contribution.code}/fassungen`}>{t("page.versions")}</a>
				</p>
			)}
			{arranged.mergedInto && (
				<Alert title={t("page.mergedInto")}>
					<Links to={[arranged.mergedInto]} />
				</Alert>
			)}
			{arranged.splitFrom && (
				<Alert title={t("page.splitFrom")}>
					<Links to={[arranged.splitFrom]} />
				</Alert>
			)}
		</>
	);
}

/** What was joined with this contribution, and what was taken out of it. */
export function JoinedTexts({ contribution }: Given) {
	const t = useText(moderationMessages);
	const { merged, parts, supportsTogether } = contribution.arranged;
	return (
		<>
			{merged.length > 0 && (
				<Section id="zusammen" title={t("page.merged")} intro={t("page.mergedHint")}>
					<Links to={merged} />
					{supportsTogether !== null && <p>{t("page.together", { count: supportsTogether })}</p>}
				</Section>
			)}
			{parts.length > 0 && (
				<Section id="aufgeteilt" title={t("page.parts")}>
					<Links to={parts} />
				</Section>
			)}
		</>
	);
}

/** What moderators can do with a contribution. */
export function ModeratorActs({ contribution }: Given) {
	const t = useText(moderationMessages);
	if (!contribution.may.moderate) return null;
	const path = `${contribution.process.placeHref}/verwaltung/moderation/${contribution.id}`;
	return (
		<Section id="moderation" title={t("arrange.section")}>
			<ButtonRow>
				<LinkButton look="secondary" href={`${path}/ausblenden`}>
					{t("arrange.hide")}
				</LinkButton>
				<LinkButton look="secondary" href={`${path}/zusammenfuehren`}>
					{t("arrange.merge")}
				</LinkButton>
				<LinkButton look="secondary" href={`${path}/aufteilen`}>
					{t("arrange.split")}
				</LinkButton>
				{contribution.may.ban && (
					<LinkButton look="tertiary" href={`${path}/sperren`}>
						{t("arrange.ban")}
					</LinkButton>
				)}
			</ButtonRow>
			{contribution.may.undoSplit && (
				<>
					<p>{t("arrange.undoSplitHint")}</p>
					<Form action={`${path}/aufteilung-zuruecknehmen`} inline>
						<Button look="tertiary">{t("arrange.undoSplit")}</Button>
					</Form>
				</>
			)}
		</Section>
	);
}
