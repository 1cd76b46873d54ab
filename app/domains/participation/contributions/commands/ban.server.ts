import { type ActWorld, command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { parseDay } from "~/platform/calendar.server";
import { done, NotFound, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { newId } from "~/platform/tokens.server";
import { momentsOf } from "../../processes/index";
import { addressHash } from "../address-hash.server";
import type { ModerationRule } from "../contribution";
import { mayBan } from "../policy.server";
import { commentById } from "../queries/find-comment.server";
import { contributionById } from "../queries/find-contribution.server";

/** A ban ends after a year at the latest. */
const banDaysMost = 366;

type BanRefusal = "nobody-to-ban" | "day-unknown" | "ban-too-long" | "ban-in-past" | "not-yourself";

/**
 * Keeps whoever wrote a text out of the processes of its organisation until a day: writing, commenting, supporting.
 * Reading stays free, and the own texts can be taken back. The person is told with rule, reason and end.
 * @param lastDay YYYY-MM-DD, the last day on which it counts
 */
export const ban = command(
	"participation.ban",
	async (
		world: ActWorld,
		{
			subject,
			rule,
			reason,
			lastDay,
		}: {
			subject: { kind: "contribution" | "comment"; id: string };
			rule: ModerationRule;
			reason: string;
			lastDay: string;
		},
	): Promise<Outcome<{ id: string }, BanRefusal>> => {
		const text = await (subject.kind === "comment" ? commentById : contributionById)(world, subject.id);
		if (!text.submittedAt) throw new NotFound();
		demand(mayBan, world.actor, text);
		const { authorId, guestEmail, organisationId } = text;
		const account =
			authorId && (await world.db.account.findUnique({ where: { personId: authorId }, select: { email: true } }));
		const address = account ? account.email : guestEmail;
		if (!authorId && !address) return refused("nobody-to-ban");
		if (authorId && authorId === personIdOf(world.actor)) return refused("not-yourself");
		if (!parseDay(lastDay)) return refused("day-unknown", { field: "lastDay" });
		const { closesAt: until } = momentsOf(lastDay, lastDay);
		if (until <= world.now) return refused("ban-in-past", { field: "lastDay" });
		if (until.getTime() - world.now.getTime() > banDaysMost * 86_400_000) {
			return refused("ban-too-long", { field: "lastDay" });
		}
		const id = newId(world.now);
		await world.db.ban.create({
			data: {
				id,
				organisationId,
				personId: authorId,
				addressHash: address ? addressHash(address) : null,
				rule,
				reason: reason.trim(),
				subjectKind: subject.kind,
				subjectId: subject.id,
				from: world.now,
				until,
				bannedById: personIdOf(world.actor),
			},
		});
		world.record({
			type: "participation.person.banned",
			subject,
			ownerId: organisationId,
			facts: { ban: id, rule, lastDay },
		});
		return done({ id });
	},
);

/** Ends a ban before its day. */
export const liftBan = command(
	"participation.lift-ban",
	async (world: ActWorld, { id }: { id: string }): Promise<Outcome<null, "already-decided">> => {
		const found = await world.db.ban.findUnique({ where: { id } });
		if (!found) throw new NotFound();
		demand(mayBan, world.actor, found);
		const { count } = await world.db.ban.updateMany({
			where: { id, liftedAt: null, until: { gt: world.now } },
			data: { liftedAt: world.now, liftedById: personIdOf(world.actor) },
		});
		if (count === 0) return refused("already-decided");
		world.record({
			type: "participation.person.ban-lifted",
			subject: { kind: found.subjectKind, id: found.subjectId },
			ownerId: found.organisationId,
			facts: { ban: id },
		});
		return done(null);
	},
);
