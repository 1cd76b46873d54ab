import { data } from "react-router";
import { z } from "zod";
import { env } from "../env.server";
import { readSetting, writeSetting } from "../settings.server";
import type { View, World } from "../world.server";
import { formFields, isSecretField } from "./forms.server";

const setting = "read-only";
const shape = z.object({ since: z.iso.datetime() });
const reading = new Set(["GET", "HEAD", "OPTIONS"]);

/** Changes nothing but a cookie. */
const alwaysOpen = new Set(["/sprache"]);

/** Without these the operator could not come back to end it. Only while the operator's own switch is on. */
const wayBack = /^\/(?:anmelden(?:\/code|\/bestaetigen)?|abmelden|betrieb\/wartung)$/;

export type ReadOnly = { by: "environment" } | { by: "operator"; since: Date };

/** Whether nothing can be changed at present: by MAINTENANCE=read-only or by the operator's switch; null when all is open. */
export async function readOnlyNow(view: Pick<View, "db">): Promise<ReadOnly | null> {
	if (env().MAINTENANCE === "read-only") return { by: "environment" };
	const found = await readSetting(view.db, setting, shape);
	return found && { by: "operator", since: new Date(found.since) };
}

/** Turns the operator's switch. For the command that asks who may. */
export async function setReadOnly({ db, now }: Pick<View, "db" | "now">, on: boolean): Promise<void> {
	await writeSetting(db, setting, on ? { since: now.toISOString() } : {});
}

/** What the page of a submission that is not taken at present gets, to be sent again. */
export type Untaken = { untaken: [name: string, value: string][] };

/**
 * Lets a submission through, unless the house is read-only.
 * @throws 503 with what was typed, except secrets and files; it is kept in the page, because nothing may be written
 */
export async function demandOpen(world: World, request: Request): Promise<void> {
	if (reading.has(request.method)) return;
	const { pathname } = new URL(request.url);
	if (alwaysOpen.has(pathname)) return;
	const closed = await readOnlyNow(world);
	if (!closed || (closed.by === "operator" && wayBack.test(pathname))) return;
	// A broken or too long form is shown the same page, only without its texts.
	const fields = await formFields(request).catch(() => new FormData());
	const untaken = [...fields].flatMap(([name, value]): Untaken["untaken"] =>
		typeof value === "string" && !isSecretField(name) ? [[name, value]] : [],
	);
	throw data({ untaken } satisfies Untaken, { status: 503 });
}
