import { env } from "~/platform/env.server";
import { createPostman, type Postman } from "~/platform/mail/transport.server";
import type { View } from "~/platform/world.server";
import { localMailboxUrl } from "./local-mailbox.server";

let made: { smtpUrl: string; postman: Postman } | undefined;

/** Without a mail server everything waits, and /betrieb/post says why. */
const nobody: Postman = { send: async () => ({ retry: "SMTP_URL" }), close() {} };

/** Who carries mail: the server of SMTP_URL, in the demonstration the mailbox on this machine. */
export async function postman({ db }: Pick<View, "db">): Promise<Postman> {
	const { SMTP_URL, MAIL_FROM, DEMO } = env();
	const smtpUrl = SMTP_URL ?? (DEMO ? await localMailboxUrl(db) : null);
	if (!smtpUrl) return nobody;
	if (made?.smtpUrl !== smtpUrl) {
		made?.postman.close();
		made = { smtpUrl, postman: createPostman({ smtpUrl, from: MAIL_FROM }) };
	}
	return made.postman;
}
