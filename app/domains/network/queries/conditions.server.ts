import { Prisma } from "~/platform/database/generated/client";
import { literally } from "~/platform/database/like-pattern.server";
import type { View } from "~/platform/world.server";
import { uncertainSince } from "../certainty";
import { dayLookedAt } from "../days.server";
import type { NetworkFilter } from "../filter";
import { circlesOf, mayAnswerPeople } from "../policy.server";

/*
 * Conditions in SQL, because names are found by trigrams, and because a network of 20,000 ties is read at once. `alias` is
 * always one of our own words.
 */

/** Of an owner's parties those that this reader may see; whoever objects is seen by the narrowest circle until that is answered. */
export function seenParty({ actor }: Pick<View, "actor">, ownerId: string, alias: string): Prisma.Sql {
	const p = Prisma.raw(alias);
	const objecting = mayAnswerPeople(actor, { ownerId })
		? Prisma.sql`true`
		: Prisma.sql`(${p}.objected_at IS NULL OR ${p}.objection_answered_at IS NOT NULL)`;
	return Prisma.sql`(${p}.owner_id = ${ownerId}::uuid AND ${p}.merged_into_id IS NULL AND ${p}.display_name <> ''
		AND ${p}.visibility::text = ANY (${circlesOf(actor, ownerId)}::text[]) AND ${objecting})`;
}

/** Of an owner's ties those that this reader may see; both ends are asked for besides. */
export function seenTie({ actor }: Pick<View, "actor">, ownerId: string): Prisma.Sql {
	return Prisma.sql`(t.owner_id = ${ownerId}::uuid AND t.visibility::text = ANY (${circlesOf(actor, ownerId)}::text[]))`;
}

/** In force on a day (`YYYY-MM-DD`); an open beginning counts as always. */
export function onDay(alias: string, day: string): Prisma.Sql {
	const t = Prisma.raw(alias);
	return Prisma.sql`((${t}.valid_from IS NULL OR ${t}.valid_from <= ${day}::date)
		AND (${t}.valid_until IS NULL OR ${t}.valid_until > ${day}::date))`;
}

/** Alike in spite of typing mistakes, by the index on lower(display_name); one or two letters count as a beginning only. */
export function alike(alias: string, words: string): Prisma.Sql {
	const low = words.toLowerCase();
	const p = Prisma.raw(alias);
	if (low === "") return Prisma.sql`true`;
	const begins = Prisma.sql`lower(${p}.display_name) LIKE ${`${literally(low)}%`}`;
	return low.length < 3
		? begins
		: Prisma.sql`(lower(${p}.display_name) % ${low} OR ${low} <% lower(${p}.display_name) OR ${begins})`;
}

/**
 * What the filter says of a party itself: words, kind, sector, level, topic, area, and that it existed on the day. Of key persons
 * topic and area are those of a mark that this reader may see.
 */
export function matches(view: View, ownerId: string, alias: string, filter: NetworkFilter): Prisma.Sql {
	const p = Prisma.raw(alias);
	const { text: day } = dayLookedAt(filter.day, view.now);
	const conditions = [onDay(alias, day), alike(alias, filter.words)];
	if (filter.kind) conditions.push(Prisma.sql`${p}.kind::text = ${filter.kind}`);
	if (filter.sector) conditions.push(Prisma.sql`${p}.sector = ${filter.sector}`);
	if (filter.level) conditions.push(Prisma.sql`${p}.level = ${filter.level}`);
	if (filter.keyPersons) {
		const topic = filter.topicId ? Prisma.sql`AND k.topic_id = ${filter.topicId}::uuid` : Prisma.empty;
		const area = filter.areaId ? Prisma.sql`AND k.area_id = ${filter.areaId}::uuid` : Prisma.empty;
		conditions.push(Prisma.sql`${p}.id IN (SELECT k.party_id FROM network_key_person k WHERE k.owner_id = ${ownerId}::uuid
			AND k.visibility::text = ANY (${circlesOf(view.actor, ownerId)}::text[]) AND ${onDay("k", day)} ${topic} ${area})`);
		return Prisma.join(conditions, " AND ");
	}
	if (filter.topicId) {
		conditions.push(
			Prisma.sql`EXISTS (SELECT FROM network_party_topic x WHERE x.party_id = ${p}.id AND x.topic_id = ${filter.topicId}::uuid)`,
		);
	}
	if (filter.areaId) {
		conditions.push(
			Prisma.sql`EXISTS (SELECT FROM network_party_area x WHERE x.party_id = ${p}.id AND x.area_id = ${filter.areaId}::uuid)`,
		);
	}
	return Prisma.join(conditions, " AND ");
}

/** Not confirmed for twelve months, seen on a day. */
export function uncertainOn(alias: string, day: string): Prisma.Sql {
	return Prisma.sql`${Prisma.raw(alias)}.confirmed_on <= ${uncertainSince(day)}::date`;
}
