import { guest } from "~/platform/actor";
import type { Prisma } from "~/platform/database/generated/client";
import { type Locale, textFor } from "~/platform/i18n";
import { type Manifest, type Notice, type RecordedEvent, resolveSubjects } from "~/platform/manifest.server";
import { stateOf } from "./contribution";
import { letterMessages } from "./letter-messages";
import { authorOf, type Told, toldContribution } from "./told-author.server";

type Db = Prisma.TransactionClient;

/** An object of another domain as everybody may read it then, or null: no author learns of what is not public. */
async function publicly(db: Db, event: RecordedEvent, locale: Locale, { kind, id } = event.subject) {
	const seen = await resolveSubjects({ db, actor: guest, now: event.at, locale }, [{ kind, id }]);
	return seen.get(`${kind}:${id}`) ?? null;
}

/** Who wrote it, unless it can no longer be read, nobody can be reached, or they did it themselves. */
async function authorToTell(db: Db, event: RecordedEvent, contribution: Told) {
	if (stateOf({ ...contribution, confirmationPending: false }) !== "published") return null;
	if (contribution.authorId !== null && contribution.authorId === event.actorPersonId) return null;
	return authorOf(db, contribution);
}

async function tellTakenUp(db: Db, event: RecordedEvent): Promise<Notice[]> {
	if (event.facts.kind !== "contribution" || typeof event.facts.id !== "string") return [];
	const contribution = await toldContribution(db, event.facts.id);
	const author = contribution && (await authorToTell(db, event, contribution));
	const group = author && (await publicly(db, event, author.locale));
	if (!group) return [];
	const t = textFor(author.locale, letterMessages);
	return [
		{
			to: author.to,
			kind: "service",
			subject: t("takenUp.subject", { title: contribution.title }),
			paragraphs: [t("takenUp.text", { group: group.title, process: contribution.process.title }), t("takenUp.next")],
			action: { path: group.href, label: t("takenUp.button") },
			because: t("written"),
		},
	];
}

async function tellRecommended(db: Db, event: RecordedEvent): Promise<Notice[]> {
	const about = await db.traceLink.findMany({
		where: {
			toKind: event.subject.kind,
			toId: event.subject.id,
			fromKind: "contribution",
			relation: { in: ["decided-in", "voted-on-in"] },
		},
		select: { fromId: true },
		orderBy: { fromId: "asc" },
		take: 100,
	});
	const notices: Notice[] = [];
	for (const { fromId } of about) {
		const contribution = await toldContribution(db, fromId);
		const author = contribution && (await authorToTell(db, event, contribution));
		const recommendation = author && (await publicly(db, event, author.locale));
		if (!recommendation) continue;
		const t = textFor(author.locale, letterMessages);
		notices.push({
			to: author.to,
			kind: "service",
			subject: t("recommended.subject", { title: contribution.title }),
			paragraphs: [
				t("recommended.text", { process: contribution.process.title, recommendation: recommendation.title }),
				...(recommendation.state ? [t("recommended.result", { result: recommendation.state })] : []),
				t("recommended.next"),
			],
			action: { path: recommendation.href, label: t("recommended.button") },
			because: t("written"),
		});
	}
	return notices;
}

/** Working groups stand before participation and know no authors, so participation listens to them. */
export const noticesFromGroups: NonNullable<Manifest["notices"]> = {
	"groups.subject.taken-up": tellTakenUp,
	"groups.recommendation.published": tellRecommended,
};
