import { houseAddress } from "~/platform/address.server";
import { textFor } from "~/platform/i18n";
import type { LetterBlock } from "~/platform/mail/letter";
import { queueMail } from "~/platform/mail/queue.server";
import type { World } from "~/platform/world.server";
import { isRhythm, lastDue, usualRhythm } from "../digest.server";
import { messages } from "../messages";
import { reachedAt } from "../queries/address.server";
import { unsubscribeToken } from "../unsubscribe-token.server";

/** So many people are looked at in one sweep; whoever is left follows in the next. */
const sweepSize = 500;

/** So many messages stand in one letter; the page shows the rest. */
const letterSize = 30;

/**
 * Writes the digests that are due at the house's time: one letter per person and period, also when the house comes late,
 * none when nothing is new. Messages that were read in the house are not told again.
 * @returns how many letters were written
 */
export async function sendDigests(world: World): Promise<number> {
	const daily = lastDue("daily", world.now);
	const weekly = lastDue("weekly", world.now);
	// SQL, because the period that counts depends on the preference beside the message, and many people have none.
	const people = await world.db.$queryRaw<{ person_id: string; digest: string }[]>`
		SELECT notification.person_id, coalesce(preference.digest, ${usualRhythm}) AS digest
		FROM notification LEFT JOIN notification_preference AS preference USING (person_id)
		WHERE notification.kind = 'digest' AND notification.mailed_at IS NULL AND notification.read_at IS NULL
		  AND notification.created_at < CASE coalesce(preference.digest, ${usualRhythm}) WHEN 'daily' THEN ${daily}::timestamptz WHEN 'weekly' THEN ${weekly}::timestamptz END
		  AND (preference.last_digest_at IS NULL
		       OR preference.last_digest_at < CASE preference.digest WHEN 'daily' THEN ${daily}::timestamptz ELSE ${weekly}::timestamptz END)
		GROUP BY notification.person_id, preference.digest
		ORDER BY notification.person_id LIMIT ${sweepSize}`;
	let written = 0;
	for (const { person_id: personId, digest } of people) {
		const due = isRhythm(digest) ? lastDue(digest, world.now) : null;
		if (due && (await writeDigest(world, personId, due))) written += 1;
	}
	return written;
}

async function writeDigest(world: World, personId: string, due: Date): Promise<boolean> {
	return world.db.$transaction(async (db) => {
		await db.notificationPreference.createMany({ data: [{ personId, digest: usualRhythm }], skipDuplicates: true });
		// Whoever changes this row has the period; a second worker finds it taken.
		const { count } = await db.notificationPreference.updateMany({
			where: { personId, OR: [{ lastDigestAt: null }, { lastDigestAt: { lt: due } }] },
			data: { lastDigestAt: world.now },
		});
		if (count === 0) return false;
		const collected = await db.notification.findMany({
			where: { personId, kind: "digest", mailedAt: null, readAt: null },
			orderBy: [{ createdAt: "asc" }, { key: "asc" }],
		});
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
				key: `digest:${personId}:${due.toISOString()}`,
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
