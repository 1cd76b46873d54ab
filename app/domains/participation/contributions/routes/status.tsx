import { Alert } from "~/design/alert";
import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { ButtonRow, LinkButton } from "~/design/button";
import { Section } from "~/design/layout";
import { PageTitle } from "~/design/page-title";
import { RichTextView } from "~/design/rich-text-view";
import { SummaryList } from "~/design/summary-list";
import { LocalDateTime } from "~/design/time";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import { SignInNeeded } from "~/platform/outcome";
import type { World } from "~/platform/world.server";
import { AnswerBox } from "../../answers/index";
import { ownAnswer } from "../../answers/index.server";
import { AnnotatedPassage } from "../../texts/index";
import { annotatedPassage } from "../../texts/index.server";
import { messages } from "../messages";
import { type KeyParams, ownKeyOf, ownPathOf } from "../own-key";
import { authorPage } from "../queries/author-page.server";
import { HidingNotice } from "../ui/hiding-notice";
import { NextSteps } from "../ui/next-steps";
import { SimilarList } from "../ui/similar-list";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/status";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const keyParams: KeyParams = params;
	if (!keyParams.token && world.actor.kind !== "person") throw new SignInNeeded();
	const contribution = await authorPage(world, ownKeyOf(keyParams));
	if (!contribution.submittedAt && keyParams.token) throw onward(`/entwurf/${keyParams.token}`);
	const { answer, saidAt } = await ownAnswer(world, ownKeyOf(keyParams));
	return {
		contribution,
		answer,
		passage: contribution.kind === "annotation" ? await annotatedPassage(world, contribution.id) : null,
		mayObject: answer !== null && saidAt === null,
		path: ownPathOf(keyParams),
		isNew: new URL(request.url).searchParams.has("neu"),
	};
});

export default function Status({ loaderData }: Route.ComponentProps) {
	const { contribution, answer, passage, mayObject, path, isNew } = loaderData;
	const t = useText(messages);
	const { process, may } = contribution;
	const byAccount = path.startsWith("/konto");
	const title = isNew ? t("receipt.title") : t("receipt.statusTitle");
	return (
		<>
			<title>{`${title} – ${contribution.code}`}</title>
			<Breadcrumb
				entries={[
					...(byAccount
						? [
								{ label: t("own.account"), href: "/konto" },
								{ label: t("own.title"), href: "/konto/beitraege" },
							]
						: [{ label: process.title, href: process.href }]),
					{ label: contribution.title },
				]}
			/>
			{isNew && (
				<Alert tone="success" title={t("receipt.title")} live>
					{contribution.isGuest && <p>{t("receipt.mailed")}</p>}
				</Alert>
			)}
			<PageTitle
				title={contribution.title}
				above={process.title}
				state={<Badge tone={stateTone[contribution.state]}>{t(`states.${contribution.state}`)}</Badge>}
			/>
			<SummaryList
				rows={[
					{ term: t("receipt.reference"), value: contribution.code },
					...(contribution.number ? [{ term: t("receipt.number"), value: String(contribution.number) }] : []),
					...(contribution.submittedAt
						? [{ term: t("receipt.handedIn"), value: <LocalDateTime value={contribution.submittedAt} /> }]
						: []),
				]}
			/>
			<NextSteps contribution={contribution} />
			{contribution.hiding && contribution.state === "hidden" && (
				<HidingNotice hiding={contribution.hiding} askHref={may.askReview ? `${path}/ueberpruefung` : null} />
			)}
			{answer && <AnswerBox answer={answer} id="antwort" />}
			{mayObject && (
				<p>
					<a href={`${path}/nicht-beantwortet`}>{t("receipt.notAnswered")}</a>
				</p>
			)}
			{passage && <AnnotatedPassage passage={passage} />}
			{!byAccount && <p>{t("receipt.keepLink")}</p>}
			<ButtonRow>
				{contribution.submittedAt && contribution.state !== "waiting-for-moderation" && (
					<LinkButton href={`/b/${contribution.code}`} look="secondary">
						{t("receipt.public")}
					</LinkButton>
				)}
				{may.change && contribution.submittedAt && (
					<LinkButton href={`${path}/bearbeiten`} look="secondary">
						{t("receipt.change")}
					</LinkButton>
				)}
				{may.withdraw && (
					<LinkButton href={`${path}/zuruecknehmen`} look="tertiary">
						{t("receipt.withdraw")}
					</LinkButton>
				)}
			</ButtonRow>
			<Section id="ihr-text" title={t("draft.yourText")}>
				<RichTextView html={contribution.html} />
				{contribution.pictures > 0 && <p>{t("draft.pictures", { count: contribution.pictures })}</p>}
			</Section>
			{isNew && <SimilarList similar={contribution.similar} />}
		</>
	);
}
