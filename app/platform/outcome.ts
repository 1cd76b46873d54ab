/** One reason why an act was refused: a code that the domain's messages turn into a sentence, and the field it belongs to. */
export type Refusal<Code extends string = string> = {
	code: Code;
	field?: string;
	values?: Record<string, string | number>;
};

/** Expected failures are values, so that nobody forgets to show them. */
export type Outcome<Value, Code extends string = string> =
	| { done: true; value: Value }
	| { done: false; refusals: Refusal<Code>[] };

export function done<Value>(value: Value): { done: true; value: Value } {
	return { done: true, value };
}

/** Refuses with one code, optionally at a field and with values for the sentence. */
export function refused<Code extends string>(
	code: Code,
	details: { field?: string; values?: Record<string, string | number> } = {},
): { done: false; refusals: Refusal<Code>[] } {
	return { done: false, refusals: [{ code, ...details }] };
}

/** Not there, or not there for this reader: becomes a 404 in one place. */
export class NotFound extends Error {
	override name = "NotFound";
}

/** There, but not theirs: becomes a 403 in one place. */
export class Forbidden extends Error {
	override name = "Forbidden";
}

/** Needs a sign-in (or the second factor) first: becomes a redirect to /anmelden in one place. */
export class SignInNeeded extends Error {
	override name = "SignInNeeded";
	constructor(readonly reason: "session" | "second-factor" | "step-up" = "session") {
		super(reason);
	}
}
