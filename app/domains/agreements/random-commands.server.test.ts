import { beforeAll, expect, test } from "vitest";
import { type Actor, guest } from "~/platform/actor";
import { Forbidden, NotFound, SignInNeeded } from "~/platform/outcome";
import { between, completeDraft } from "~tests/factories/agreements";
import { type Acting, type Doing, type DoingName, doingNames, doingsIn } from "~tests/support/agreement-doings";
import { type AgreementHouse, agreementHouse, codesOf } from "~tests/support/agreement-house";
import { diceOf } from "~tests/support/dice";
import { fingerprintOf } from "./canonical";
import { after, mayStep, type Step, type StoredState, storedStates } from "./state";
import { knownWord } from "./stored-word";

/** Each seed is one agreement with this many commands; the same seed always gives the same sequence. */
const seeds = [8, 10, 14, 16];
const commandsEach = 40;
const begin = new Date("2026-11-23T10:00:00Z");
const minute = 60_000;
const day = 24 * 60 * minute;

/** Every event that an agreement may record from here on, and the step of the table that it stands for. */
const stepOf: Readonly<Record<string, Step>> = {
	"agreements.draft.changed": "edit",
	"agreements.agreement.presented": "present",
	"agreements.agreement.taken-back": "take-back",
	"agreements.version.frozen": "freeze",
	"agreements.proof.asked": "sign",
	"agreements.version.confirmed": "sign",
	"agreements.scan.brought-in": "sign",
	"agreements.scan.accepted": "sign",
	"agreements.scan.rejected": "sign",
	"agreements.version.turn-came": "sign",
	"agreements.version.refused": "refuse",
	"agreements.version.withdrawn": "withdraw",
	"agreements.version.lapsed": "lapse",
	"agreements.agreement.concluded": "conclude",
	"agreements.publication.agreed": "publish",
	"agreements.agreement.published": "publish",
};
/** No steps of the table: told or declared about a concluded one, and they change no stored state. */
const ofConcluded = ["agreements.agreement.in-force", "agreements.notice.declared"];

let place: AgreementHouse;
let doings: Record<DoingName, Doing>;
beforeAll(async () => {
	place = await agreementHouse(begin);
	doings = doingsIn(place);
});

const asks = ["ask", "ask", "ask", "ask"] as const;
/** What leads on from a state, so that random sequences also come to their end; one in five is anything at all. */
const likely: Record<StoredState, readonly DoingName[]> = {
	draft: ["present", "present", "edit"],
	presented: ["freeze", "freeze", "freeze", "edit", "takeBack"],
	frozen: [...asks, ...asks, ...asks, "bringIn", "bringIn", "bringIn", "check", "refuse", "withdraw", "lapse"],
	concluded: ["publish", "publish", "calendar", "amend", "giveNotice"],
};

/** Everything stored about the agreement that a command could change. */
async function stored(id: string) {
	const [agreement, versions, events, allEvents] = await Promise.all([
		place.db.agreement.findUniqueOrThrow({
			where: { id },
			include: {
				publications: { orderBy: { organisationId: "asc" } },
				blocks: { orderBy: { position: "asc" } },
				amendedBy: { orderBy: { number: "asc" } },
				notices: { orderBy: { id: "asc" } },
			},
		}),
		place.db.agreementVersion.findMany({
			where: { agreementId: id },
			orderBy: { number: "asc" },
			include: {
				round: true,
				slots: { orderBy: { position: "asc" } },
				confirmations: { orderBy: { id: "asc" } },
				scans: { orderBy: { id: "asc" } },
				checks: { orderBy: { scanId: "asc" } },
				proofs: { orderBy: { id: "asc" } },
			},
		}),
		place.db.auditEvent.findMany({
			where: { subjectKind: "agreement", subjectId: id },
			orderBy: { position: "asc" },
			select: { type: true },
		}),
		place.db.auditEvent.count(),
	]);
	return { state: knownWord(storedStates, agreement.state), agreement, versions, events, allEvents };
}
type Stored = Awaited<ReturnType<typeof stored>>;

/** The steps that a command recorded lead through the table from the state before to the one that is stored now. */
function walked(before: Stored, now: Stored, told: string): void {
	let state = before.state;
	for (const { type } of now.events.slice(before.events.length)) {
		const step = stepOf[type];
		if (step) {
			expect(mayStep(state, step), `${type} in ${state}\n${told}`).toBe(true);
			state = after(state, step);
		} else {
			expect(ofConcluded, told).toContain(type);
			expect(state, `${type}\n${told}`).toBe("concluded");
		}
	}
	expect(now.state, told).toBe(state);
}

/** What holds for an agreement at any moment, and between two moments. */
function holds(before: Stored, now: Stored, told: string): void {
	const rounds = now.versions.map(({ round }) => round?.state);
	expect(rounds.filter((state) => state === "open").length, `open rounds\n${told}`).toBe(
		now.state === "frozen" ? 1 : 0,
	);
	expect(rounds.filter((state) => state === "completed").length, told).toBe(now.state === "concluded" ? 1 : 0);
	for (const version of now.versions) {
		expect(fingerprintOf(version.content), told).toBe(version.sha256);
		for (const { sha256 } of version.confirmations) expect(sha256, told).toBe(version.sha256);
		const full = version.slots.every(
			({ id, organisationId }) =>
				version.confirmations.some(({ slotId }) => slotId === id) ||
				version.checks.some((check) => check.accepted && check.organisationId === organisationId),
		);
		expect(full, `all slots signed, round ${version.round?.state}\n${told}`).toBe(version.round?.state === "completed");
	}
	for (const [index, { round, content, sha256, pdfSha256, slots }] of before.versions.entries()) {
		expect(now.versions[index], told).toMatchObject({ content, sha256, pdfSha256, slots });
		// A round that is over stays as it ended, with its signatures.
		if (round?.state !== "open") expect(now.versions[index], told).toEqual(before.versions[index]);
	}
	const closed = before.state === "frozen" || before.state === "concluded";
	if (closed) expect(now.agreement.blocks, told).toEqual(before.agreement.blocks);
}

const expected = [Forbidden, NotFound, SignInNeeded];

/** What came of a command: "done", its refusals, or the name of what it threw; anything unexpected is thrown on. */
async function tried(doing: Doing, given: Acting): Promise<string> {
	try {
		return codesOf(await doing.act(given));
	} catch (error) {
		const known = expected.find((kind) => error instanceof kind);
		if (!known) throw error;
		return known.name;
	}
}

test(`${seeds.length} agreements, ${seeds.length * commandsEach} random commands: none leaves the table (issue 6)`, async () => {
	const met = new Set<string>();
	for (const seed of seeds) {
		const dice = diceOf(seed);
		const { scene } = place;
		const { clerk, otherClerk, admin } = scene;
		// The other town is no party: its clerk is a stranger like the guest.
		const partners = between(scene).partners.filter(({ organisationId }) => organisationId !== scene.town);
		const inhabitants = between(scene).inhabitants.filter(({ organisationId }) => organisationId === scene.lead);
		const draft = { ...between(scene), partners, inhabitants, pilotInDays: 400 };
		const made = await completeDraft(place.world(clerk.actor), draft);
		const parties = [scene.lead, scene.association, scene.company];
		const everybody = [guest, otherClerk.actor, admin.actor, clerk.actor, ...doings.ask.rightful];
		const history = [`seed ${seed}`];
		const next: { name: DoingName; who: Actor }[] = [];
		let at = begin.getTime();
		let before = await stored(made.id);
		for (let count = 0; count < commandsEach; count += 1) {
			const begun = next.shift();
			const name = begun?.name ?? dice.oneOf(dice.chance(80) ? likely[before.state] : doingNames);
			const doing = doings[name];
			const who = begun?.who ?? dice.oneOf(dice.chance(85) ? doing.rightful : everybody);
			at += begun || dice.chance(85) ? (1 + dice.below(9)) * minute : (1 + dice.below(4)) * day;
			const own = who.kind === "person" && dice.chance(75) ? who.grants[0]?.scope : undefined;
			const organisationId = own?.kind === "organisation" ? own.id : dice.oneOf(parties);
			const given = { ...made, who, organisationId, at: new Date(at), dice };
			const outcome = await tried(doing, given);
			history.push(`${given.at.toISOString()} ${before.state}: ${name} by ${nameOf(who)}: ${outcome}`);
			const told = history.join("\n");
			const now = await stored(made.id);
			if (outcome === "done") {
				const sweeps = name === "lapse" || name === "calendar";
				if (!sweeps) expect(doing.rightful, told).toContain(who);
				expect(now.allEvents, `recorded\n${told}`).toBeGreaterThan(before.allEvents);
				if (name === "amend") expect(before.state, told).toBe("concluded");
			} else expect(now, `nothing changed\n${told}`).toEqual(before);
			walked(before, now, told);
			holds(before, now, told);
			met.add(`${name} ${outcome === "done" ? "done" : "not"}`);
			for (const { type } of now.events.slice(before.events.length)) {
				met.add(stepOf[type] ?? type);
				met.add(type);
			}
			if (outcome === "done" && name === "ask" && dice.chance(90)) next.push({ name: "confirm", who });
			// Everybody reads it once all have agreed: one party begins, the others follow.
			if (outcome === "done" && name === "publish" && next.length === 0) {
				next.push(...doings.ask.rightful.map((who) => ({ name, who })));
			}
			if (outcome === "done" && name === "bringIn" && dice.chance(70)) {
				next.push({ name: "check", who: dice.oneOf(doings.withdraw.rightful) });
			}
			before = now;
		}
	}
	// Not by luck: every command was carried out and turned down, every step of the table was walked, one was published.
	const published = "agreements.agreement.published";
	const wanted = doingNames.flatMap((name) => [`${name} done`, `${name} not`]);
	expect([...met].sort()).toEqual(expect.arrayContaining([...wanted, ...Object.values(stepOf), published]));
});

function nameOf(who: Actor): string {
	return who.kind === "person" ? who.displayName : who.kind;
}
