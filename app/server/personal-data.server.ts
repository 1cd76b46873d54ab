import { z } from "zod";
import { command } from "~/platform/act.server";
import { personIdOf } from "~/platform/actor";
import { dayOf, today } from "~/platform/calendar.server";
import { textFor } from "~/platform/i18n";
import { log } from "~/platform/log.server";
import { manifests, type PersonalData } from "~/platform/manifest.server";
import { done, NotFound, refused, SignInNeeded } from "~/platform/outcome";
import { readSetting, writeSetting } from "~/platform/settings.server";
import { demandStepUp } from "~/platform/step-up";
import type { View, World } from "~/platform/world.server";
import { isPart, messages, type Part } from "./personal-data-messages";

/** Domains that hold something about people, from left to right. */
function holders(): { domain: string; personalData: PersonalData }[] {
	return manifests().flatMap(({ domain, personalData }) => (personalData ? [{ domain, personalData }] : []));
}

/** The parts of the house that hold something about people, as the pages name them. */
export function partsOfHouse(): Part[] {
	return holders()
		.map(({ domain }) => domain)
		.filter(isPart);
}

/** The person who asks about their own data; others are asked to sign in. */
export function oneself(view: Pick<View, "actor">): string {
	const personId = personIdOf(view.actor);
	if (!personId) throw new SignInNeeded();
	return personId;
}

/** Amounts are integers beyond what JSON knows; they become text. */
function written(value: unknown): string {
	return JSON.stringify(value, (_key, inner) => (typeof inner === "bigint" ? inner.toString() : inner), "\t");
}

/**
 * Everything the house holds about the person who asks, as the text of one JSON file, part by part (Art. 15 and 20 GDPR).
 * @throws SignInNeeded before the first piece for guests
 */
export function exportOfMyself(view: View): AsyncGenerator<string> {
	const personId = oneself(view);
	return pieces(view, personId);
}

async function* pieces(view: View, personId: string): AsyncGenerator<string> {
	const t = textFor(view.locale, messages);
	yield `{\n"${t("file.about")}": ${written(t("file.aboutText"))},\n`;
	yield `"${t("file.madeAt")}": ${written(view.now)},\n"${t("file.person")}": ${written(personId)},\n"${t("file.parts")}": [`;
	for (const [index, { domain, personalData }] of holders().entries()) {
		const part = {
			[t("file.part")]: domain,
			[t("file.description")]: isPart(domain) ? t(`parts.${domain}.exported`) : "",
			[t("file.data")]: await personalData.export(view.db, personId),
		};
		yield `${index === 0 ? "" : ","}\n${written(part)}`;
	}
	yield "\n]\n}\n";
}

/**
 * Forgets the person who asks, everywhere at once: later domains first, because they look up what earlier ones hold.
 * Recorded with ids only. The account and its sessions are gone afterwards.
 * Refused with "last-operator" when nobody else could run the house.
 * @throws NotFound when they are forgotten already; SignInNeeded for guests, and when password and second factor were not shown within the last ten minutes
 */
export const eraseMyself = command("house.erase-person", async (world, _input: null) => {
	const personId = oneself(world);
	demandStepUp(world);
	// Locked, so that neither one person leaves twice nor the last two operators at once.
	const [person] = await world.db.$queryRaw<{ erased_at: Date | null }[]>`
		SELECT erased_at FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
	if (!person || person.erased_at) throw new NotFound();
	const day = today(world.now);
	const operators = await world.db.$queryRaw<{ personId: string | null }[]>`
		SELECT person_id AS "personId" FROM role_grant
		WHERE role = 'operator' AND valid_from <= ${day}::date AND (valid_until IS NULL OR valid_until > ${day}::date)
		ORDER BY id FOR UPDATE`;
	if (operators.length > 0 && operators.every((grant) => grant.personId === personId)) return refused("last-operator");
	for (const { personalData } of holders().toReversed()) await personalData.erase(world, personId);
	world.record({ type: "house.person.erased", subject: { kind: "person", id: personId }, ownerId: null });
	return done(null);
});

const setting = "retention";
const handledEventsKept = 30 * 24 * 60 * 60_000;

/**
 * Deletes what is past its time, once a day (in Germany) for each domain; a domain that fails is tried again with the next
 * sweep and holds up no other. Returns how many rows went.
 */
export async function retainEverywhere(world: World): Promise<number> {
	const day = dayOf(world.now).toString();
	const finished = (await readSetting(world.db, setting, z.record(z.string(), z.string()))) ?? {};
	let count = 0;
	const all = [...holders(), { domain: "house", personalData: { retain: tidy } }];
	for (const { domain, personalData } of all) {
		if (finished[domain] === day) continue;
		try {
			count += await personalData.retain(world);
		} catch (error) {
			log.error({ domain, err: error }, "retention failed");
			continue;
		}
		finished[domain] = day;
		await writeSetting(world.db, setting, finished);
	}
	return count;
}

/** What belongs to no domain: forms that were kept for an hour, events that were handled. */
async function tidy({ db, now }: View): Promise<number> {
	const forms = await db.keptForm.deleteMany({ where: { keptUntil: { lte: now } } });
	const events = await db.outboxEntry.deleteMany({
		where: { handledAt: { lt: new Date(now.getTime() - handledEventsKept) } },
	});
	return forms.count + events.count;
}
