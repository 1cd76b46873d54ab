import { textFor } from "~/platform/i18n";
import type { Manifest } from "~/platform/manifest.server";
import { codeDays } from "./join-code.server";
import { joiningMessages } from "./messages";
import { seatsToJoin } from "./queries/join-pages.server";

const day = 24 * 60 * 60 * 1000;

/** Seats that wait for an account, and codes that are good for nothing any more. */
export const joiningPart: Omit<Manifest, "domain"> = {
	async waiting(view) {
		const seats = await seatsToJoin(view);
		const label = textFor(view.locale, joiningMessages)("waiting");
		return seats.map(({ group }) => ({ label, about: group, count: null, href: "/konto/sitz", urgent: true }));
	},
	personalData: {
		async export() {
			return {};
		},
		async erase() {},
		async retain({ db, now }) {
			const before = new Date(now.getTime() - codeDays * day);
			return (await db.seatJoinCode.deleteMany({ where: { createdAt: { lt: before } } })).count;
		},
	},
};
