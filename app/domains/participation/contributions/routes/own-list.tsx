import { Badge } from "~/design/badge";
import { Breadcrumb } from "~/design/breadcrumb";
import { Button, LinkButton } from "~/design/button";
import { Card, CardList } from "~/design/card";
import { EmptyState } from "~/design/empty-state";
import { Form } from "~/design/form";
import { PageTitle } from "~/design/page-title";
import { conduct } from "~/platform/http/conduct.server";
import { useFormat, useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { DispositionBadge } from "../../answers/index";
import { answerFor } from "../../answers/index.server";
import { messages } from "../messages";
import { ownContributions } from "../queries/own-contributions.server";
import { stateTone } from "../ui/state-tone";
import type { Route } from "./+types/own-list";

export const loader = conduct(async ({ world }: Route.LoaderArgs & { world: World }) => {
	const contributions = await ownContributions(world);
	const ids = contributions.map(({ id }) => id);
	const answers = await answerFor(world, ids);
	return {
		contributions: contributions.map((contribution) => {
			const answer = answers.get(contribution.id);
			return { ...contribution, answer: answer && { disposition: answer.disposition, at: answer.releasedAt } };
		}),
	};
});

/** In these states an answer is still to come. */
const expectsAnswer = ["waiting-for-moderation", "published"];

export default function OwnList({ loaderData: { contributions } }: Route.ComponentProps) {
	const t = useText(messages);
	const { dateLong } = useFormat();
	return (
		<>
			<title>{`${t("own.title")} – Gemeinwerk`}</title>
			<Breadcrumb entries={[{ label: t("own.account"), href: "/konto" }, { label: t("own.title") }]} />
			<PageTitle title={t("own.title")} />
			{contributions.length === 0 && (
				<EmptyState
					title={t("own.empty")}
					action={<LinkButton href="/beteiligung">{t("own.toParticipation")}</LinkButton>}
				>
					<p>{t("own.emptyHint")}</p>
				</EmptyState>
			)}
			<CardList>
				{contributions.map((contribution) => {
					const isDraft = contribution.state === "draft";
					return (
						<Card
							key={contribution.code}
							level={2}
							title={contribution.title}
							href={isDraft ? undefined : `/konto/beitraege/${contribution.code}`}
							above={contribution.processTitle}
							state={
								contribution.answer ? (
									<DispositionBadge disposition={contribution.answer.disposition} />
								) : (
									<Badge tone={stateTone[contribution.state]}>{t(`states.${contribution.state}`)}</Badge>
								)
							}
							foot={
								isDraft ? (
									<span>{t("own.draftUntil", { date: dateLong(contribution.deletedOn) })}</span>
								) : contribution.answer ? (
									<span>{t("own.answered", { date: dateLong(contribution.answer.at) })}</span>
								) : (
									contribution.answeredUntil &&
									expectsAnswer.includes(contribution.state) && (
										<span>{t("own.next", { date: dateLong(contribution.answeredUntil) })}</span>
									)
								)
							}
						>
							{isDraft && (
								<Form action={`/konto/beitraege/${contribution.code}/entwurf`} inline>
									<Button look="secondary" label={`${t("receipt.continue")}: ${contribution.title}`}>
										{t("receipt.continue")}
									</Button>
								</Form>
							)}
						</Card>
					);
				})}
			</CardList>
		</>
	);
}
