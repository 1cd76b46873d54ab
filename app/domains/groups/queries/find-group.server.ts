import { isOpenSpace } from "~/domains/organisations/index.server";
import { personIdOf } from "~/platform/actor";
import { inForce, today } from "~/platform/calendar.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { type MajorityRule, storedRule } from "../../counting/index";
import { charterOn, type NamedRule } from "../charter/charter";
import { type GroupState, stateOn } from "../charter/lifecycle";
import type { GivenGroup } from "../policy.server";

/** The reader's own functions today, by group; nothing for guests. */
export async function functionsOf(view: View, groupIds: readonly string[]): Promise<Map<string, string[]>> {
	const personId = personIdOf(view.actor);
	if (!personId) return new Map();
	const rows = await view.db.groupMembership.findMany({
		where: { personId, groupId: { in: [...groupIds] }, ...inForce(today(view.now)) },
		select: { groupId: true, function: true },
	});
	return new Map(rows.map((row) => [row.groupId, [row.function]]));
}

const selection = {
	id: true,
	organisationId: true,
	slug: true,
	code: true,
	name: true,
	isPublic: true,
	validFrom: true,
	validUntil: true,
	reviewOn: true,
	organisation: { select: { shortName: true, space: { select: { slug: true, name: true, openedAt: true } } } },
	topics: true,
	areas: true,
	charters: {
		include: {
			benches: { select: { kind: true, minSeats: true, maxSeats: true } },
			rules: { select: { name: true, rule: true }, orderBy: { position: "asc" } },
		},
		orderBy: { number: "asc" },
		take: 100,
	},
	steps: { orderBy: { at: "asc" }, take: 200 },
	meetings: { where: { heldAt: { not: null } }, select: { day: true }, orderBy: { day: "asc" }, take: 1 },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof rowOf>>>;
/** A group with what its charter of today says, and where it stands today. */
export type FoundGroup = Omit<Row, "charters" | "meetings"> &
	GivenGroup & {
		place: { slug: string; name: string };
		/** Every version; `charterOn` says which one holds on the day of a meeting. */
		charters: Charter[];
		charter: Charter;
		state: GroupState;
		benches: Charter["benches"];
		rule: MajorityRule;
	};
export type Charter = ReturnType<typeof charterFrom>;

function charterFrom({ rules, ...version }: Row["charters"][number]) {
	const named = rules.map(({ name, rule }): NamedRule => ({ name, rule: storedRule(rule) }));
	const [first] = named;
	if (!first) throw new Error("a charter has no rule");
	return { ...version, rules: named, rule: first.rule };
}

function rowOf(view: View, id: string) {
	return view.db.workingGroup.findUnique({ where: { id }, select: selection });
}

async function found(view: View, row: Row): Promise<FoundGroup> {
	const { charters: versions, meetings, ...group } = row;
	const { space, shortName } = row.organisation;
	const functions = (await functionsOf(view, [row.id])).get(row.id) ?? [];
	const charters = versions.map(charterFrom);
	const charter = charterOn(charters, today(view.now));
	return {
		...group,
		functions,
		charters,
		charter,
		benches: charter.benches,
		rule: charter.rule,
		state: stateOn({ ...group, firstHeldOn: meetings[0]?.day ?? null }, today(view.now)),
		spaceIsOpen: isOpenSpace(space, view.now),
		place: { slug: space?.slug ?? "", name: space?.name ?? shortName },
	};
}

/** A group by its id, whoever asks; the caller asks the policy. @throws NotFound */
export async function groupById(view: View, id: string): Promise<FoundGroup> {
	const row = await rowOf(view, id);
	if (!row) throw new NotFound();
	return found(view, row);
}

/** A group at its place, whoever asks; the caller asks the policy. @throws NotFound */
export async function groupAt(view: View, at: { place: string; group: string }): Promise<FoundGroup> {
	const row = await view.db.workingGroup.findFirst({
		where: { slug: at.group, organisation: { space: { slug: at.place } } },
		select: selection,
	});
	if (!row) throw new NotFound();
	return found(view, row);
}
