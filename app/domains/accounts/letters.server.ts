import type { ActWorld } from "~/platform/act.server";
import { env } from "~/platform/env.server";
import { type Locale, textFor } from "~/platform/i18n";
import { composeLetter } from "~/platform/mail/letter.server";
import { newId } from "~/platform/tokens.server";
import { letterMessages } from "./letter-messages";

type Kind = Exclude<keyof (typeof letterMessages)["de"], "frame">;

/** A mail that carries a secret: it is queued in the act itself, so that the secret is in no other row and no event. */
type AccountLetter = {
	kind: Kind;
	to: string;
	locale: Locale;
	/** Path of this house behind the button. */
	path: string;
	values?: { code?: string; organisation?: string; role?: string; inviter?: string };
};

/**
 * Queues a mail in the transaction of the act; the worker sends it after the commit. Written here and not through
 * notifications, because that domain stands to the right of this one.
 */
export async function post(world: ActWorld, { kind, to, locale, path, values = {} }: AccountLetter): Promise<void> {
	const t = textFor(locale, letterMessages);
	const filled = { code: "", organisation: "", role: "", inviter: "", ...values };
	const { BASE_URL, PORT } = env();
	const href = `${BASE_URL ?? `http://localhost:${PORT}`}${path}`;
	const mail = composeLetter({
		locale,
		to,
		subject: t(`${kind}.subject`, filled),
		greeting: t("frame.greeting"),
		blocks: [...t(`${kind}.body`, filled).split("\n"), { button: { href, label: t(`${kind}.action`) } }],
		because: t("frame.because"),
		sender: { name: values.organisation ?? "Gemeinwerk" },
	});
	const id = newId(world.now);
	await world.db.mail.create({
		data: { id, key: `accounts:${id}`, ...mail, createdAt: world.now, nextTryAt: world.now },
	});
	world.later({ name: "send-mail", payload: { mailId: id } });
}
