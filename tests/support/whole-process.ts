import type { Page } from "@playwright/test";
import { setClock } from "./clock";
import { press } from "./journey";
import { expect } from "./page";
import { write } from "./write";

/** The days of a journey through whole processes, counted from the first one. */
export type Timeline = {
	/** YYYY-MM-DD, as `<input type="date">` wants it. */
	day(number: number): string;
	/** Turns the house's clock to the late morning of that day; staff sign in again, `fresh`. */
	turnTo(number: number): Promise<void>;
};

/**
 * Turns the clock to the first day of a journey from creation to closing. A house takes no sign-in code older than the last one,
 * so whoever turned the clock before must have turned it less far: each spec has a beginning of its own.
 * @param daysAhead how many days from today the first day is; call `releaseClock` at the end
 */
export async function beginTimeline(page: Page, daysAhead: number): Promise<Timeline> {
	const first = Date.parse(`${new Date().toISOString().slice(0, 10)}T09:00:00Z`) + daysAhead * 86_400_000;
	const moment = (number: number) => new Date(first + number * 86_400_000);
	const timeline: Timeline = {
		day: (number) => moment(number).toISOString().slice(0, 10),
		turnTo: (number) => setClock(page, moment(number)),
	};
	await timeline.turnTo(0);
	return timeline;
}

/** Where a process is: its staff page, and its public page. */
export type WholeProcess = { hub: string; open: string };

export type Frame = {
	/** The organisation's part of the address. */
	place: string;
	/** Name of the recipe, as the page says it. */
	recipe: string;
	title: string;
	purpose: string;
	fixedPoints: string;
	/** Left out by a quick poll, which does not ask. */
	openQuestions?: string;
	firstDay: string;
	lastDay: string;
	answeredUntil: string;
};

/** Makes a process from "neues Verfahren" and its recipe; everything but the frame stays as the recipe presets it. */
export async function makeByRecipe(staff: Page, { place, recipe, ...frame }: Frame): Promise<WholeProcess> {
	await staff.goto(`/o/${place}/verwaltung/beteiligung/neu`);
	await staff.getByRole("link", { name: new RegExp(`^Mit diesem Muster beginnen ?: ${recipe}`) }).click();
	await staff.locator('input[name="title"]').fill(frame.title);
	const isQuick = frame.openQuestions === undefined;
	const say = (label: string, text: string) =>
		isQuick ? staff.getByLabel(label, { exact: true }).fill(text) : write(staff, label, text);
	await say("Worum geht es?", frame.purpose);
	await say("Was steht schon fest?", frame.fixedPoints);
	if (frame.openQuestions !== undefined) await say("Was ist noch offen?", frame.openQuestions);
	for (const name of ["firstDay", "lastDay", "answeredUntil"] as const) {
		await staff.locator(`input[name="${name}"]`).fill(frame[name]);
	}
	await press(staff, "Entwurf speichern");
	await expect(staff).toHaveURL(/\/veroeffentlichen$/);
	const hub = new URL(staff.url()).pathname.replace(/\/veroeffentlichen$/, "");
	return { hub, open: hub.replace("/verwaltung", "") };
}

/** One person asks for the release, a second one reads and publishes. */
export async function release(staff: Page, colleague: Page, { hub }: WholeProcess): Promise<void> {
	await staff.goto(`${hub}/veroeffentlichen`);
	await press(staff, "Um Freigabe bitten");
	await colleague.goto(`${hub}/freigabe`);
	await press(colleague, "Freigeben und veröffentlichen");
	await expect(colleague.locator("main")).toContainText("von einer zweiten Person freigegeben");
}

/** Tries to close a process in which something still waits for an answer: it stays open, and the page says why. */
export async function closeTooEarly(staff: Page, { hub }: WholeProcess): Promise<void> {
	await staff.goto(`${hub}/abschliessen`);
	await press(staff, "Beteiligung abschließen");
	await expect(staff.locator("[data-error-summary]")).toContainText("Erst danach können Sie abschließen.");
	await expect(staff.locator("main")).toContainText("Das wartet noch auf eine Antwort");
}

/** Closes a process for good, and reads on its public page that it is. */
export async function close(staff: Page, { hub, open }: WholeProcess): Promise<void> {
	await staff.goto(`${hub}/abschliessen`);
	await press(staff, "Beteiligung abschließen");
	await staff.goto(open);
	await expect(staff.locator("main")).toContainText(/abgeschlossen/i);
}
