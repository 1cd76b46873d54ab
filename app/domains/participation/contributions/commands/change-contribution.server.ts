import { type ActWorld, command } from "~/platform/act.server";
import { done, refused } from "~/platform/outcome";
import { hashToken, newToken } from "~/platform/tokens.server";
import { mayHappen, stateOf } from "../contribution";
import { type OwnKey, ownContribution } from "../queries/find-contribution.server";
import { type ContributionInput, contributionColumns } from "./store-draft.server";

/** The author changes the own text, as long as nobody has moderated it. */
export const changeContribution = command(
	"participation.change-contribution",
	async (world: ActWorld, { key, ...input }: ContributionInput & { key: OwnKey }) => {
		const contribution = await ownContribution(world, key);
		if (!mayHappen(stateOf(contribution), "change")) return refused("no-longer-to-change");
		const columns = contributionColumns(contribution.process.categories, input);
		if (!columns.done) return columns;
		const { count } = await world.db.contribution.updateMany({
			where: { id: contribution.id, publishedAt: null, hiddenAt: null, withdrawnAt: null },
			data: {
				...columns.value,
				// who has an account chose between the display name and none when handing in
				...(contribution.authorId && { authorName: contribution.authorName }),
				updatedAt: world.now,
			},
		});
		if (count === 0) return refused("no-longer-to-change");
		world.record({
			type: "participation.contribution.changed",
			subject: { kind: "contribution", id: contribution.id },
			ownerId: contribution.organisationId,
		});
		return done(null);
	},
);

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
