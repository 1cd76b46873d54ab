import type { Manifest } from "~/platform/manifest.server";
import { sendDigests } from "./commands/send-digests.server";
import { sendMail, sendWaiting } from "./commands/send-mail.server";
import { personalData } from "./personal-data.server";
import { postman } from "./postman.server";

export const manifest: Manifest = {
	domain: "notifications",
	jobs: {
		async "send-mail"(world, { mailId }) {
			await sendMail(world, await postman(world), String(mailId));
		},
	},
	sweeps: {
		"waiting-mail": async (world) => sendWaiting(world, await postman(world)),
		digests: sendDigests,
	},
	personalData,
};
