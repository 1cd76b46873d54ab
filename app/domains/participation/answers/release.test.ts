import { describe, expect, it } from "vitest";
import { type Releaser, releaseBy } from "../second-person";
import { mayHappen, stateOf } from "./release";

const asked = new Date("2026-06-15T10:00:00Z");
const later = (hours: number) => new Date(asked.getTime() + hours * 60 * 60 * 1000);
const nobody: Releaser = { personId: null, holdsRole: false, actsFor: false, hasMayorLink: false };
const writer: Releaser = { ...nobody, personId: "writer", holdsRole: true };
const colleague: Releaser = { ...nobody, personId: "colleague", holdsRole: true };
const agent: Releaser = { ...nobody, personId: "agent", actsFor: true };
const mayor: Releaser = { ...nobody, hasMayorLink: true };
const stranger: Releaser = { ...nobody, personId: "stranger" };

describe("who releases", () => {
	it.each<[string, Releaser, { holders: number; hours?: number }, string]>([
		["a colleague, of two", colleague, { holders: 2 }, "second-person"],
		["a colleague, when only one is counted", colleague, { holders: 1 }, "second-person"],
		["the writer, of two, at once", writer, { holders: 2 }, "second-person-needed"],
		["the writer, of two, a year later", writer, { holders: 2, hours: 9000 }, "second-person-needed"],
		["the only one, at once", writer, { holders: 1 }, "wait-24-hours"],
		["the only one, a minute before", writer, { holders: 1, hours: 23.98 }, "wait-24-hours"],
		["the only one, a day later", writer, { holders: 1, hours: 24 }, "same-person-after-24-hours"],
		["the supporting organisation for none", agent, { holders: 0 }, "supporting-organisation"],
		["the supporting organisation for one", agent, { holders: 1 }, "supporting-organisation"],
		["the supporting organisation beside two", agent, { holders: 2 }, "own-people-release"],
		["the agent's own text, at once", { ...agent, personId: "writer" }, { holders: 0 }, "wait-24-hours"],
		[
			"the agent's own text, later",
			{ ...agent, personId: "writer" },
			{ holders: 0, hours: 24 },
			"same-person-after-24-hours",
		],
		["the mayor by link", mayor, { holders: 1 }, "mayor-link"],
		["the mayor by link beside two", mayor, { holders: 2 }, "own-people-release"],
		[
			"the writer with the mayor's link",
			{ ...mayor, personId: "writer" },
			{ holders: 0, hours: 48 },
			"second-person-needed",
		],
		["a stranger", stranger, { holders: 0, hours: 48 }, "not-yours"],
		["a guest", nobody, { holders: 0, hours: 48 }, "not-yours"],
	])("%s: %s", (_name, releaser, { holders, hours = 0 }, expected) => {
		const given = { preparedById: "writer", releaseAskedAt: asked, holders, now: later(hours) };
		const decision = releaseBy(releaser, given);
		expect(decision.may ? decision.how : decision.why).toBe(expected);
	});

	it("says from when on the only one may", () => {
		const given = { preparedById: "writer", releaseAskedAt: asked, holders: 1, now: asked };
		expect(releaseBy(writer, given)).toEqual({ may: false, why: "wait-24-hours", from: later(24) });
	});
});

describe("the state of an answer is computed", () => {
	const draft = { revision: 3, releasedRevision: null, releaseAskedAt: null, sentBackAt: null };
	it.each([
		["fresh", draft, "draft"],
		["asked", { ...draft, releaseAskedAt: asked }, "waiting"],
		["sent back", { ...draft, sentBackAt: asked }, "sent-back"],
		["released", { ...draft, releasedRevision: 3 }, "released"],
		["correction begun", { ...draft, releasedRevision: 2 }, "draft"],
		["correction asked", { ...draft, releasedRevision: 2, releaseAskedAt: asked }, "waiting"],
	])("%s", (_name, answer, state) => expect(stateOf(answer)).toBe(state));

	it("lets no text change while it waits, and nothing be released that nobody asked for", () => {
		expect(mayHappen("waiting", "change")).toBe(false);
		expect(mayHappen("draft", "release")).toBe(false);
		expect(mayHappen("released", "release")).toBe(false);
		expect(mayHappen("released", "discard")).toBe(false);
	});
});
