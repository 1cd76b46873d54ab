import type { ActWorld } from "~/platform/act.server";
import { houseAddress } from "~/platform/address.server";
import { type Locale, textFor } from "~/platform/i18n";
import { queueMail } from "~/platform/mail/queue.server";
import { newId } from "~/platform/tokens.server";
import { messages as letterMessages } from "./letter-messages";

type Kind = Exclude<keyof (typeof letterMessages)["de"], "frame">;

/** A mail that carries a secret: it is queued in the act itself, so that the secret is in no other row and no event. */
type AccountLetter = {
	kind: Kind;
	to: string;
	locale: Locale;
	/** Path of this house behind the button. */
	path: string;
	values?: {
		code?: string;
		organisation?: string;
		role?: string;
		inviter?: string;
		title?: string;
		forWhom?: string;
	};
};

/** Queues a mail in the transaction of the act; the worker sends it after the commit. */
export async function post(world: ActWorld, { kind, to, locale, path, values = {} }: AccountLetter): Promise<void> {
	const t = textFor(locale, letterMessages);
	const filled = { code: "", organisation: "", role: "", inviter: "", title: "", forWhom: "", ...values };
	await queueMail(world, {
		key: `accounts:${newId(world.now)}`,
		to,
		letter: {
			locale,
			subject: t(`${kind}.subject`, filled),
			greeting: t("frame.greeting"),
			blocks: [
				...t(`${kind}.body`, filled).split("\n"),
				{ button: { href: houseAddress(path), label: t(`${kind}.action`) } },
			],
			because: t("frame.because"),
			sender: { name: values.organisation ?? "Gemeinwerk" },
		},
	});
}
