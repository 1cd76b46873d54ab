import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import type { LetterBlock } from "~/platform/mail/letter";
import { queueMail } from "~/platform/mail/queue.server";
import { noticeTopics } from "~/platform/notice-topics";
import type { World } from "~/platform/world.server";
import { collectedUntil, lastDue, rhythmsOf, usualRhythms } from "../digest.server";
import { messages } from "../messages";
import { reachedAt } from "../queries/address.server";
import { goneFrom } from "../queries/gone.server";
import { unsubscribeToken } from "../unsubscribe-token.server";

/** So many people are looked at in one sweep; whoever is left follows in the next. */
const sweepSize = 500;

/** So many messages stand in one letter; the page shows the rest. */
const letterSize = 30;

/**
 * Writes the digests that are due at the house's time: one letter per person and moment with all topics that are due then,
 * also when the house comes late, none when nothing is new. Messages that were read in the house are not told again, nor
 * what quotes a text that was hidden or withdrawn meanwhile.
 * @returns how many letters were written
 */
export async function sendDigests(world: World): Promise<number> {
	const daily = lastDue("daily", world.now);
	const weekly = lastDue("weekly", world.now);
	const { news, discussion, work } = usualRhythms;
	// SQL, because the moment that counts depends on the preference beside the message, and many people have none.
	const people = await world.db.$queryRaw<{ person_id: string }[]>`
		SELECT waiting.person_id FROM (
			SELECT notification.person_id, preference.last_digest_at, notification.created_at,
				CASE CASE notification.topic
						WHEN 'discussion' THEN coalesce(preference.discussion, ${discussion})
						WHEN 'work' THEN coalesce(preference.work, ${work})
						ELSE coalesce(preference.digest, ${news}) END
					WHEN 'daily' THEN ${daily}::timestamptz WHEN 'weekly' THEN ${weekly}::timestamptz END AS due
			FROM notification LEFT JOIN notification_preference AS preference USING (person_id)
			WHERE notification.kind = 'digest' AND notification.mailed_at IS NULL AND notification.read_at IS NULL
		) AS waiting
		WHERE waiting.created_at < waiting.due AND (waiting.last_digest_at IS NULL OR waiting.last_digest_at < waiting.due)
		GROUP BY waiting.person_id ORDER BY waiting.person_id LIMIT ${sweepSize}`;
	let written = 0;
	for (const { person_id: personId } of people) if (await writeDigest(world, personId)) written += 1;
	return written;
}

async function writeDigest(world: World, personId: string): Promise<boolean> {
	return world.db.$transaction(async (db) => {
		await db.notificationPreference.createMany({ data: [{ personId }], skipDuplicates: true });
		// One letter after the other: who comes second finds the messages told.
		await db.$queryRaw`SELECT 1 FROM notification_preference WHERE person_id = ${personId}::uuid FOR UPDATE`;
		const preference = await db.notificationPreference.findUnique({ where: { personId } });
		const last = preference?.lastDigestAt ?? null;
		const until = collectedUntil(rhythmsOf(preference), world.now);
		const due = noticeTopics.flatMap((topic) => {
			const moment = until[topic];
			return moment && (last === null || last < moment) ? [{ topic, moment }] : [];
		});
		if (due.length === 0) return false;
		const waiting = await db.notification.findMany({
			where: {
				personId,
				kind: "digest",
				mailedAt: null,
				readAt: null,
				OR: due.map(({ topic, moment }) => ({ topic, createdAt: { lt: moment } })),
			},
			orderBy: [{ createdAt: "asc" }, { key: "asc" }],
		});
		if (waiting.length === 0) return false;
		const gone = await goneFrom(db, waiting);
		const collected = waiting.filter(({ id }) => !gone.has(id));
		await db.notification.deleteMany({ where: { id: { in: [...gone] } } });
		await db.notificationPreference.update({ where: { personId }, data: { lastDigestAt: world.now } });
		const moment = due.reduce((latest, one) => (one.moment > latest ? one.moment : latest), new Date(0));
		const address = await reachedAt(db, personId);
		await db.notification.updateMany({
			where: { id: { in: collected.map(({ id }) => id) } },
			data: { mailedAt: world.now },
		});
		// Nobody to write to: the messages stay in the house, and the question is settled for this period.
		if (!address?.email || collected.length === 0) return false;
		const { email, locale, displayName } = address;
		const t = textFor(locale, messages);
		const page = houseAddress(`/abmelden/${unsubscribeToken(personId)}`);
		const shown = collected.slice(0, letterSize);
		const left = collected.length - shown.length;
		return queueMail(
			{ ...world, db },
			{
				key: `digest:${personId}:${moment.toISOString()}`,
				to: email,
				letter: {
					locale,
					subject: t("digest.subject", { count: collected.length }),
					greeting: t("digest.greeting", { name: displayName }),
					blocks: [
						t("digest.opening", { count: collected.length }),
						...shown.flatMap((message): LetterBlock[] => [
							{ heading: message.subject },
							...message.body,
							...(message.path
								? [{ button: { href: houseAddress(message.path), label: message.label ?? t("inbox.open") } }]
								: []),
						]),
						...(left > 0 ? [t("digest.more", { count: left })] : []),
						{ button: { href: houseAddress("/konto/nachrichten"), label: t("digest.action") } },
					],
					because: t("digest.because"),
					sender: { name: "Gemeinwerk" },
					unsubscribe: { page, oneClick: page },
				},
			},
		);
	});
}
