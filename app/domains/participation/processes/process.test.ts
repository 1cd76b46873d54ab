import { describe, expect, it } from "vitest";
import { momentsOf } from "./phase";
import { type Frame, isSwitchedOn, missingParts, slugFrom, stateOf } from "./process";

const at = (text: string) => new Date(text);
const phases = [{ ...momentsOf("2026-06-01", "2026-06-30"), switches: ["contribute", "support"] }];
const evaluation = { ...momentsOf("2026-07-10", "2026-08-31"), switches: ["results"] };
const published = { publishedAt: at("2026-05-01T00:00:00Z"), archivedAt: null, phases };

describe("the state of a process is computed", () => {
	it.each([
		["private", { ...published, publishedAt: null }, "2026-06-10T12:00:00Z", "draft"],
		["published later", { ...published, publishedAt: at("2026-06-11T00:00:00Z") }, "2026-06-10T12:00:00Z", "draft"],
		["before its phases", published, "2026-05-31T12:00:00Z", "upcoming"],
		["without phases", { ...published, phases: [] }, "2026-05-31T12:00:00Z", "upcoming"],
		["during", published, "2026-06-10T12:00:00Z", "running"],
		["between two phases", { ...published, phases: [...phases, evaluation] }, "2026-07-05T12:00:00Z", "running"],
		["after", published, "2026-07-01T00:00:00Z", "finished"],
		["archived", { ...published, archivedAt: at("2026-06-05T00:00:00Z") }, "2026-06-10T12:00:00Z", "archived"],
	])("%s", (_name, process, moment, state) => expect(stateOf(process, at(moment))).toBe(state));
});

describe("contributing is switched on", () => {
	it.each([
		["before", published, "2026-05-31T12:00:00Z", false],
		["during", published, "2026-06-10T12:00:00Z", true],
		["after", published, "2026-07-01T00:00:00Z", false],
		["private", { ...published, publishedAt: null }, "2026-06-10T12:00:00Z", false],
		["archived", { ...published, archivedAt: at("2026-06-05T00:00:00Z") }, "2026-06-10T12:00:00Z", false],
		["between two phases", { ...published, phases: [...phases, evaluation] }, "2026-07-05T12:00:00Z", false],
	])("%s: %s", (_name, process, moment, on) => expect(isSwitchedOn(process, "contribute", at(moment))).toBe(on));
});

describe("the decision frame", () => {
	const now = at("2026-05-01T00:00:00Z");
	const whole: Frame = {
		purposeIsThere: true,
		fixedPointsAreThere: true,
		openQuestionsAreThere: true,
		level: "consult",
		decidedBy: "Stadtrat",
		answeredUntil: at("2026-08-31T00:00:00Z"),
		responsiblePostId: "post",
		phases,
		isBound: false,
		openChecks: 0,
	};
	it.each<[string, Partial<Frame>, string[]]>([
		["whole", {}, []],
		["no purpose", { purposeIsThere: false }, ["missing-purpose"]],
		["nothing fixed", { fixedPointsAreThere: false }, ["missing-fixed-points"]],
		["nothing open", { openQuestionsAreThere: false }, ["missing-open-questions"]],
		["no level", { level: null }, ["missing-level"]],
		["co-decision", { level: "decide" }, ["level-needs-resolution"]],
		["co-decision with a binding resolution", { level: "decide", isBound: true }, []],
		["a decider of blanks", { decidedBy: "  " }, ["missing-decider"]],
		["no day of answers", { answeredUntil: null }, ["missing-answered-until"]],
		["answers on the last day", { answeredUntil: at("2026-06-30T00:00:00Z") }, []],
		["answers before the end", { answeredUntil: at("2026-06-29T00:00:00Z") }, ["answered-too-early"]],
		["nobody responsible", { responsiblePostId: null }, ["missing-responsible"]],
		["no phase", { phases: [] }, ["missing-phase"]],
		["only a phase of results", { phases: [evaluation] }, ["missing-phase"]],
		["a check with open points", { openChecks: 3 }, ["check-incomplete"]],
		["only events", { phases: [{ ...momentsOf("2026-06-01", "2026-06-30"), switches: [] }] }, []],
		["two things", { level: null, decidedBy: null }, ["missing-level", "missing-decider"]],
	])("%s", (_name, change, missing) => expect(missingParts({ ...whole, ...change }, now)).toEqual(missing));

	it("cannot be published when contributing is already over", () => {
		expect(missingParts(whole, at("2026-07-01T00:00:00Z"))).toEqual(["phase-over"]);
	});
});

describe("addresses", () => {
	it.each([
		["Radwege für Mayen – Ihre Ideen!", "radwege-fuer-mayen-ihre-ideen"],
		["Café & Straße", "cafe-strasse"],
		["«»", "beteiligung"],
		["Leitlinien", "leitlinien-beteiligung"],
		[
			"Ein sehr langer Titel über die künftige Gestaltung des Marktplatzes",
			"ein-sehr-langer-titel-ueber-die-kuenftige",
		],
		["x".repeat(80), "x".repeat(50)],
	])("%s → %s", (title, slug) => expect(slugFrom(title)).toBe(slug));
});
