import { giveBack, limit } from "~/platform/allowance.server";

/** An allowance, and whose: an address, an account, an IP. */
type Door = readonly [Allowance, string];

type Allowance = { name: string; points: number; seconds: number };

const minutes = 60;

/** How often each door may be tried. Those with `ip` are wider: a town hall, a school have one address for all. */
export const allowances = {
	signInAddress: { name: "sign-in:address", points: 10, seconds: 15 * minutes },
	signInIp: { name: "sign-in:ip", points: 60, seconds: 15 * minutes },
	code: { name: "code", points: 10, seconds: 15 * minutes },
	/** Five wrong codes lock what needs a step-up, signing among it, until the period is over. */
	stepUp: { name: "step-up", points: 5, seconds: 15 * minutes },
	registrationCode: { name: "registration-code", points: 10, seconds: 24 * 60 * minutes },
	mailAddress: { name: "mail:address", points: 5, seconds: 60 * minutes },
	mailIp: { name: "mail:ip", points: 60, seconds: 60 * minutes },
} as const satisfies Record<string, Allowance>;

/** Takes one point of each; all are asked, so that the answer does not tell which one is spent. */
export async function allowed(...asked: readonly Door[]): Promise<boolean> {
	const answers = await Promise.all(
		asked.map(([{ name, points, seconds }, of]) => limit(`${name}:${of}`, points, seconds)),
	);
	return answers.every(Boolean);
}

export async function refund(...asked: readonly Door[]): Promise<void> {
	await Promise.all(asked.map(([{ name, points, seconds }, of]) => giveBack(`${name}:${of}`, points, seconds)));
}
