import { type ActWorld, command } from "~/platform/act.server";
import { done, type Outcome, refused } from "~/platform/outcome";
import { demand } from "~/platform/policy";
import { isEmptyRichText, type RichText } from "~/platform/rich-text/schema";
import { newCode, newId } from "~/platform/tokens.server";
import type { MajorityRule } from "../../../counting/index";
import { slugFor } from "../../../organisations/index";
import type { Bench, BenchKind } from "../../group";
import { mayManageGroups } from "../../policy.server";
import {
	checkParent,
	lockTree,
	type ParentGiven,
	type TermsGiven,
	writeGroupTerms,
} from "../../terms/commands/write-terms.server";
import type { NamedRule } from "../charter";
import { type CharterText, turnedBench, writeCharter } from "./write-charter.server";

type Founding = {
	organisationId: string;
	name: string;
	mandate: RichText;
	benches: (Bench & { kind: BenchKind })[];
	rule: MajorityRule;
	isPublic: boolean;
	validFrom: Date;
	/** First day on which it is no more; null for open. */
	validUntil: Date | null;
	reviewOn: Date;
	/** Rules besides the one that holds unless another is named. */
	furtherRules?: NamedRule[];
	topics?: string[];
	areas?: string[];
} & Partial<TermsGiven & ParentGiven> &
	Partial<Pick<CharterText, "bodyKind" | "minutesBy" | "objectionDays" | "guestsBy" | "invitationDays" | "motionDays">>;

type Refused =
	| "term-unknown"
	| "parent-unknown"
	| "parent-below"
	| "mandate-missing"
	| "benches-missing"
	| "bench-order"
	| "period-empty"
	| "review-before-beginning";

/**
 * Founds a working group with the first version of its charter: mandate, benches, rules of decision, minutes, guests. It is
 * a draft until it is constituted.
 * @returns id and slug
 * @throws Forbidden or SignInNeeded for who does not manage the owner's groups
 */
export const foundGroup = command(
	"groups.found-group",
	async (world: ActWorld, { organisationId, ...input }: Founding): Promise<Outcome<Made, Refused>> => {
		demand(mayManageGroups, world.actor, { organisationId });
		const { name, mandate, benches, rule, isPublic, validFrom, validUntil, reviewOn } = input;
		if (isEmptyRichText(mandate)) return refused("mandate-missing", { field: "mandate" });
		if (benches.length === 0) return refused("benches-missing");
		const turned = turnedBench(benches);
		if (turned) return refused("bench-order", { field: `${turned.kind}-min` });
		if (validUntil && validUntil <= validFrom) return refused("period-empty", { field: "lastDay" });
		if (reviewOn < validFrom) return refused("review-before-beginning", { field: "reviewOn" });
		const id = newId(world.now);
		const { topicIds = [], areaIds = [], parentId = null, parentBodyId = null } = input;
		await lockTree(world, { organisationId });
		const parent = await checkParent(world, { id, organisationId }, { parentId, parentBodyId });
		if (!parent.done) return parent;
		const slug = await freeSlug(world, organisationId, slugFor(name) || "arbeitskreis");
		await world.db.workingGroup.create({
			data: {
				id,
				organisationId,
				slug,
				code: newCode(),
				name,
				topics: input.topics ?? [],
				areas: input.areas ?? [],
				parentId,
				parentBodyId,
				isPublic,
				validFrom,
				validUntil,
				reviewOn,
				createdAt: world.now,
			},
		});
		const terms = await writeGroupTerms(world, { id, organisationId }, { topicIds, areaIds });
		if (!terms.done) return terms;
		await writeCharter(
			world,
			{ groupId: id, number: 1, validFrom, reason: "" },
			{
				mandate,
				benches,
				rules: [{ name: "", rule }, ...(input.furtherRules ?? [])],
				bodyKind: input.bodyKind ?? "advisory",
				minutesBy: input.minutesBy ?? "chair",
				objectionDays: input.objectionDays ?? 14,
				guestsBy: input.guestsBy ?? "leaders",
				invitationDays: input.invitationDays ?? 14,
				motionDays: input.motionDays ?? 7,
			},
		);
		world.record({
			type: "groups.group.founded",
			subject: { kind: "group", id },
			ownerId: organisationId,
			facts: { benches: benches.map(({ kind }) => kind) },
		});
		return done({ id, slug });
	},
);

type Made = { id: string; slug: string };

/** The slug, or with the next free number behind it. */
async function freeSlug(world: ActWorld, organisationId: string, slug: string): Promise<string> {
	// one after the other per organisation, so that two groups of one name do not meet at the unique constraint
	await world.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`group-slug:${organisationId}`}, 0))`;
	const taken = await world.db.workingGroup.findMany({
		where: { organisationId, slug: { startsWith: slug } },
		select: { slug: true },
	});
	// "neu" is the address of the form
	const names = new Set(["neu", ...taken.map((group) => group.slug)]);
	let free = slug;
	for (let number = 2; names.has(free); number += 1) free = `${slug}-${number}`;
	return free;
}
