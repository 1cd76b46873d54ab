import { filesOf } from "~/domains/files/index.server";
import { NotFound } from "~/platform/outcome";
import type { View } from "~/platform/world.server";
import { placeOfGuides } from "../../queries/place-of-guides.server";
import { choices } from "./handled-place.server";

/** A mail of which a concern is to be made. @throws NotFound; Forbidden or SignInNeeded */
export async function mailPage(view: View, params: { place: string; mail: string }) {
	const place = await placeOfGuides(view, params.place);
	const mail = await view.db.concernMail.findFirst({
		where: { id: params.mail, ownerId: place.ownerId },
		include: { concern: { select: { code: true } } },
	});
	if (!mail) throw new NotFound();
	const [files, offered] = await Promise.all([
		filesOf(view, { kind: "concern-mail", id: mail.id }),
		choices(view, place.ownerId),
	]);
	const { senderName, sender, subject, text, writtenAt, leftOut, concern } = mail;
	return {
		place,
		...offered,
		mail: {
			id: mail.id,
			senderName,
			sender,
			text: [subject, text].filter(Boolean).join("\n\n"),
			writtenAt,
			leftOut,
			files,
			concernCode: concern?.code ?? null,
		},
	};
}
