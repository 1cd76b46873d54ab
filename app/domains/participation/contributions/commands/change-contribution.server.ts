import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { hashToken, newToken } from "~/platform/tokens.server";
import { mayHappen, mayStillChange, stateOf, type TextProblem, waitsForModerator } from "../contribution";
import { hasLink } from "../letters.server";
import { refusedByBan } from "../queries/ban.server";
import { type FoundContribution, type OwnKey, ownContribution } from "../queries/find-contribution.server";
import { isNewHere } from "../queries/newcomer.server";
import { type ContributionInput, contributionColumns } from "./store-draft.server";

type ChangeRefusal = TextProblem["code"] | "category-unknown" | "no-longer-to-change" | "answer-begun" | "banned";

/**
 * The author changes the own text: as a draft, while it waits, and for a day after it appeared. What people could read
 * before stays readable for everybody; where contributions are read before they appear, this one waits again.
 * Refused when the time is over, when the administration has begun to answer, and by a ban.
 */
export const changeContribution = command(
	"participation.change-contribution",
	async (
		world: ActWorld,
		{ key, ...input }: ContributionInput & { key: OwnKey },
	): Promise<Outcome<{ waits: boolean }, ChangeRefusal>> => {
		const found = await ownContribution(world, key);
		// Locked, so that of two changes at once the second sees the first, and a moderator's decision is not overwritten.
		await world.db.$queryRaw`SELECT 1 FROM contribution WHERE id = ${found.id}::uuid FOR UPDATE`;
		const contribution = await ownContribution(world, key);
		if (!mayStillChange(contribution, "contribution", world.now)) return refused("no-longer-to-change");
		const { organisationId, publishedAt } = contribution;
		const banned = await refusedByBan(world, { organisationId, email: contribution.guestEmail });
		if (banned) return banned;
		const columns = contributionColumns(contribution.process.categories, input);
		if (!columns.done) return columns;
		if (publishedAt && (await answerBegun(world, contribution.id))) return refused("answer-begun");
		const waits =
			publishedAt !== null &&
			waitsForModerator({
				moderation: contribution.process.moderation,
				isNewcomer: await isNewHere(world, contribution.authorId),
				hasLink: hasLink(columns.value.body),
			});
		if (publishedAt) await keepVersion(world, contribution);
		await world.db.contribution.update({
			where: { id: contribution.id },
			data: {
				...columns.value,
				// who has an account chose between the display name and none when handing in
				...(contribution.authorId && { authorName: contribution.authorName }),
				updatedAt: world.now,
				...(publishedAt && { changedAt: world.now, publishedAt: waits ? null : publishedAt }),
			},
		});
		world.record({
			type: "participation.contribution.changed",
			subject: { kind: "contribution", id: contribution.id },
			ownerId: organisationId,
			facts: { process: contribution.processId, waits },
		});
		return done({ waits });
	},
);

/** Whether somebody prepares or has given an answer: from then on the text that is answered stays. */
async function answerBegun(world: ActWorld, contributionId: string): Promise<boolean> {
	return (await world.db.answeredContribution.findUnique({ where: { contributionId } })) !== null;
}

async function keepVersion(world: ActWorld, { id, title, body, category, place }: FoundContribution): Promise<void> {
	const version = 1 + (await world.db.contributionVersion.count({ where: { contributionId: id } }));
	await world.db.contributionVersion.create({
		data: { contributionId: id, version, title, body: body ?? {}, category, place, replacedAt: world.now },
	});
}

/** Gives the signed-in author a fresh address for the own draft; the address before it no longer works. */
export const reopenDraft = command(
	"participation.reopen-draft",
	async (world: ActWorld, { code }: { code: string }) => {
		const contribution = await ownContribution(world, { code });
		if (!mayHappen(stateOf(contribution), "hand-in")) return refused("already-handed-in");
		const token = newToken();
		await world.db.contribution.update({ where: { id: contribution.id }, data: { draftHash: hashToken(token) } });
		world.record({
			type: "participation.contribution.draft-reopened",
			subject: { kind: "contribution", id: contribution.id },
			ownerId: contribution.organisationId,
		});
		return done({ token });
	},
);
