import { type Messages, textFor } from "~/platform/i18n";
import type { Manifest, Subject, SubjectView } from "~/platform/manifest.server";
import { mayReadProcess } from "../processes/index.server";
import { boxPath } from "./addresses";
import { messages as ballotMessages } from "./messages";
import { boxById } from "./queries/find-box.server";

type Db = Parameters<NonNullable<Manifest["notices"]>[string]>[0];
type WithKind = Messages & { de: { kind: string } };

/**
 * Something one votes on, as others point to it and as it is found.
 * @param words its messages; `kind` is what it is called
 * @param body what is found beside its title, or null when it is gone
 */
export function boxSubject(words: WithKind, body: (db: Db, id: string) => Promise<string | null>): Subject {
	return {
		async resolve(view, ids) {
			const t = textFor(view.locale, ballotMessages);
			const kindLabel = (textFor(view.locale, words) as unknown as (key: "kind") => string)("kind");
			const rows = await view.db.ballotBox.findMany({ where: { id: { in: ids } }, select: { id: true } });
			const boxes = await Promise.all(rows.map(({ id }) => boxById(view, id)));
			const found = boxes.flatMap((box): [string, SubjectView][] => {
				const place = box.process.organisation.space?.slug;
				if (!place || !mayReadProcess(view.actor, box.process, view.now)) return [];
				return [
					[
						box.id,
						{
							id: box.id,
							title: box.title,
							href: boxPath({ place, process: box.process.slug, kind: box.kind, position: box.position }),
							kindLabel,
							state: t(`states.${box.state}`),
							at: box.process.publishedAt,
							organisationId: box.organisationId,
						},
					],
				];
			});
			return new Map(found);
		},

		async searchText(db, id) {
			const box = await db.ballotBox.findUnique({
				where: { id },
				select: { title: true, organisationId: true, process: { select: { title: true, publishedAt: true } } },
			});
			const text = box?.process.publishedAt ? await body(db, id) : null;
			if (!box?.process.publishedAt || text === null) return null;
			return {
				ownerId: box.organisationId,
				isPublic: true,
				title: box.title,
				body: [text, box.process.title].join("\n"),
				at: box.process.publishedAt,
			};
		},
	};
}
