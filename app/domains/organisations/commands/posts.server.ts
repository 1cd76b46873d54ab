import { command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import type { PostKind } from "~/platform/database/generated/enums";
import { kept } from "~/platform/database/kept.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { newId } from "~/platform/tokens.server";
import { administering, administeringPost } from "../acting.server";
import { openWorkOf } from "../hand-over/commands/open.server";

/** What an organisation says of a post; empty contacts are null. */
export type PostDetails = {
	label: string;
	kind: PostKind;
	mailbox: string | null;
	phone: string | null;
	room: string | null;
	singleSeat: boolean;
	isPublic: boolean;
};

/**
 * Creates a post of an organisation, from that day on.
 * @returns its id
 * @throws NotFound for an organisation that is not there; Forbidden or SignInNeeded
 */
export const createPost = command(
	"organisations.create-post",
	async (
		world,
		{ organisationId, validFrom, ...details }: PostDetails & { organisationId: string; validFrom?: Date },
	): Promise<Outcome<{ postId: string }>> => {
		const recorded = await administering(world, organisationId);
		const id = newId(world.now);
		await world.db.post.create({
			data: { id, organisationId, ...details, validFrom: validFrom ?? today(world.now) },
		});
		const { kind, singleSeat, isPublic } = details;
		const subject = { kind: "post", id };
		world.record({ type: "organisations.post.created", subject, ...recorded, facts: { kind, singleSeat, isPublic } });
		return done({ postId: id });
	},
);

/**
 * Changes what an organisation says of a post; who holds it is another act.
 * @returns nothing; refused with "seats-in-use" when it shall have one seat and several people hold it
 * @throws NotFound for a post that is not there or ended; Forbidden or SignInNeeded
 */
export const changePost = command(
	"organisations.change-post",
	async (
		world,
		{ postId, ...details }: Partial<PostDetails> & { postId: string },
	): Promise<Outcome<null, "seats-in-use">> => {
		const { recorded } = await administeringPost(world, postId);
		const changed = await kept(world.db.post.update({ where: { id: postId }, data: details }), {
			post_holding_single_seat: { code: "seats-in-use" as const, field: "singleSeat" },
		});
		if (!changed.done) return changed;
		const facts = { changed: Object.keys(details).sort() };
		world.record({ type: "organisations.post.changed", subject: { kind: "post", id: postId }, ...recorded, facts });
		return done(null);
	},
);

/**
 * Ends a post: it no longer exists from the given day on, nor do its deputy arrangements.
 * @returns how many deputy arrangements ended with it; refused with "period-empty", "post-held" as long as somebody
 * holds it on or after that day, "post-has-work" as long as something is open at it, which nobody would have any more
 * @throws NotFound for a post that is not there or ended; Forbidden or SignInNeeded
 */
export const endPost = command(
	"organisations.end-post",
	async (
		world,
		{ postId, endsOn }: { postId: string; endsOn: Date },
	): Promise<Outcome<{ arrangements: number }, "period-empty" | "post-held" | "post-has-work">> => {
		const { db } = world;
		const { post, recorded } = await administeringPost(world, postId);
		if (endsOn <= post.validFrom) return refused("period-empty", { field: "lastDay" });
		const holdings = await db.postHolding.count({
			where: { postId, OR: [{ validUntil: null }, { validUntil: { gt: endsOn } }] },
		});
		if (holdings > 0) return refused("post-held", { field: "lastDay" });
		const { length: count } = await openWorkOf(world, { postId, personId: null });
		if (count > 0) return refused("post-has-work", { field: "lastDay", values: { count } });
		await db.post.update({ where: { id: postId }, data: { validUntil: endsOn } });
		const touched = { OR: [{ postId }, { deputyPostId: postId }] };
		const unbegun = await db.deputyArrangement.deleteMany({ where: { ...touched, validFrom: { gte: endsOn } } });
		const ended = await db.deputyArrangement.updateMany({
			where: { AND: [touched, { OR: [{ validUntil: null }, { validUntil: { gt: endsOn } }] }] },
			data: { validUntil: endsOn },
		});
		const arrangements = unbegun.count + ended.count;
		const facts = { endsOn: endsOn.toISOString().slice(0, 10), arrangements };
		world.record({ type: "organisations.post.ended", subject: { kind: "post", id: postId }, ...recorded, facts });
		return done({ arrangements });
	},
);
