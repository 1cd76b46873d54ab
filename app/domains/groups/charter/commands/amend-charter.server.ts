import { type ActWorld, command } from "~/platform/act.server";
import { today } from "~/platform/calendar.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { isEmptyRichText } from "~/platform/rich-text/schema";
import { mayManageGroups } from "../../policy.server";
import { lockedFor } from "./lifecycle.server";
import { type CharterText, turnedBench, writeCharter } from "./write-charter.server";

type Refused =
	| "mandate-missing"
	| "benches-missing"
	| "bench-order"
	| "bench-occupied"
	| "reason-missing"
	| "version-in-the-past"
	| "group-not-then"
	| "not-in-this-state";

/**
 * Writes a new version of the charter, in force from a day on; earlier versions stay as they are, and meetings before that
 * day keep theirs. A bench that somebody sits in on that day or later cannot be left out.
 * @returns its number @throws NotFound; Forbidden or SignInNeeded for who does not manage the owner's groups
 */
export const amendCharter = command(
	"groups.amend-charter",
	async (
		world: ActWorld,
		{ groupId, validFrom, reason, ...text }: CharterText & { groupId: string; validFrom: Date; reason: string },
	): Promise<Outcome<{ number: number }, Refused>> => {
		const group = await lockedFor(world, groupId, mayManageGroups);
		if (group.state === "concluded" || group.state === "archived") return refused("not-in-this-state");
		if (isEmptyRichText(text.mandate)) return refused("mandate-missing", { field: "mandate" });
		if (text.benches.length === 0) return refused("benches-missing");
		const turned = turnedBench(text.benches);
		if (turned) return refused("bench-order", { field: `${turned.kind}-min` });
		if (reason.trim().length < 10) return refused("reason-missing", { field: "reason" });
		const newest = group.charters.at(-1);
		const tooEarly =
			validFrom < today(world.now) ||
			(newest && validFrom <= newest.validFrom) ||
			(await world.db.meeting.count({ where: { groupId, heldAt: { not: null }, day: { gte: validFrom } } })) > 0;
		if (!newest || tooEarly) return refused("version-in-the-past", { field: "firstDay" });
		if (group.validUntil && validFrom >= group.validUntil) return refused("group-not-then", { field: "firstDay" });
		const seated = await world.db.groupMembership.findFirst({
			where: {
				groupId,
				benchKind: { notIn: text.benches.map(({ kind }) => kind) },
				OR: [{ validUntil: null }, { validUntil: { gt: validFrom } }],
			},
			select: { benchKind: true },
		});
		if (seated) {
			return refused("bench-occupied", { field: `${seated.benchKind}-max`, values: { bench: seated.benchKind } });
		}
		const number = newest.number + 1;
		await writeCharter(world, { groupId, number, validFrom, reason: reason.trim() }, text);
		world.record({
			type: "groups.charter.amended",
			subject: { kind: "group", id: groupId },
			ownerId: group.organisationId,
			facts: { number, from: validFrom.toISOString().slice(0, 10) },
		});
		return done({ number });
	},
);
