import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, it } from "vitest";
import type { State } from "../concern";
import AnswerConcern from "./answer-concern";

type Props = ComponentProps<typeof AnswerConcern>;

/** The page of a concern in this state, of which only what the form shows is given. */
function pageOf(state: State): string {
	const concern = {
		code: "K7M2",
		text: "Der Bus fährt nicht.",
		state,
		asker: { email: null },
		drafts: {},
		bundled: [],
	};
	const loaderData = { place: { slug: "probe", name: "Probe" }, concern, kept: null, saved: false };
	const Page = createRoutesStub([
		{ path: "/", Component: () => <AnswerConcern {...({ loaderData } as unknown as Props)} /> },
	]);
	return renderToStaticMarkup(<Page />);
}

it.each<[State, boolean]>([
	["CAPTURED", true],
	["CLARIFIED", true],
	["ASSIGNED", false],
	["FORWARDED", false],
	["EXAMINED", false],
	["ANSWERED", false],
	["CLOSED", false],
])("the answer to a concern that is %s leads to clarifying first: %s", (state, leads) => {
	expect(pageOf(state).includes('href="/o/probe/verwaltung/anliegen/K7M2/klaeren"')).toBe(leads);
});
