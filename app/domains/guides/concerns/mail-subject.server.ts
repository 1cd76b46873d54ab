import { textFor } from "~/platform/i18n";
import type { Subject } from "~/platform/manifest.server";
import type { View } from "~/platform/world.server";
import { mayPlan } from "../policy.server";
import { handlingMessages } from "./handling-messages";

async function handles(view: View, id: string): Promise<boolean> {
	const mail = await view.db.concernMail.findUnique({ where: { id }, select: { ownerId: true } });
	return mail !== null && mayPlan(view.actor, { organisationId: mail.ownerId });
}

/** A mail of which a concern was or will be made: it and its files are for those who handle concerns. */
export const concernMail: Subject = {
	async resolve(view, ids) {
		const rows = await view.db.concernMail.findMany({
			where: { id: { in: ids } },
			select: { id: true, ownerId: true, addedAt: true, owner: { select: { space: { select: { slug: true } } } } },
		});
		const t = textFor(view.locale, handlingMessages);
		return new Map(
			rows.flatMap(({ id, ownerId, addedAt, owner }) =>
				owner.space && mayPlan(view.actor, { organisationId: ownerId })
					? [
							[
								id,
								{
									id,
									title: t("mail.title"),
									href: `/o/${owner.space.slug}/verwaltung/anliegen/aus-e-mail/${id}`,
									kindLabel: t("mail.title"),
									state: null,
									at: addedAt,
									organisationId: ownerId,
								},
							] as const,
						]
					: [],
			),
		);
	},
	mayReadFiles: handles,
	mayWriteFiles: handles,
};
