import { type ActWorld, command } from "~/platform/act.server";
import { Prisma } from "~/platform/database/generated/client";
import { done, NotFound, type Outcome } from "~/platform/outcome";
import type { RichText } from "~/platform/rich-text/schema";
import { administering } from "../acting.server";
import { judgeLook } from "../look";

/** The organisation's place, locked with it. @throws NotFound when it has none */
async function furnishing(world: ActWorld, organisationId: string) {
	const recorded = await administering(world, organisationId);
	const space = await world.db.space.findUnique({ where: { organisationId }, select: { id: true } });
	if (!space) throw new NotFound();
	return { id: space.id, subject: { kind: "organisation", id: organisationId }, recorded };
}

/** How a place is reached; null for what it does not want to show, address and hours as they are when left out. */
type Description = {
	organisationId: string;
	name: string;
	phone: string | null;
	email: string | null;
	address?: string | null;
	phoneHours?: string | null;
};

/**
 * Sets a place's name and how it is reached.
 * @throws NotFound when the organisation has no place; Forbidden or SignInNeeded
 */
export const describeSpace = command(
	"organisations.describe-space",
	async (world, { organisationId, ...data }: Description): Promise<Outcome<null>> => {
		const { id, subject, recorded } = await furnishing(world, organisationId);
		await world.db.space.update({ where: { id }, data });
		world.record({ type: "organisations.space.described", subject, ...recorded });
		return done(null);
	},
);

/**
 * Sets how taking part is explained in easy language; null gives the house's own text again.
 * @throws NotFound when the organisation has no place; Forbidden or SignInNeeded
 */
export const writeEasyLanguage = command(
	"organisations.write-easy-language",
	async (
		world,
		{ organisationId, text }: { organisationId: string; text: RichText | null },
	): Promise<Outcome<null>> => {
		const { id, subject, recorded } = await furnishing(world, organisationId);
		await world.db.space.update({ where: { id }, data: { easyLanguage: text ?? Prisma.DbNull } });
		world.record({ type: "organisations.space.easy-language", subject, ...recorded, facts: { own: text !== null } });
		return done(null);
	},
);

/**
 * Names the file that is a place's logo, or none. Called inside the act of the files domain, which keeps the file itself.
 * @returns the file that was the logo before
 * @throws NotFound when the organisation has no place; Forbidden or SignInNeeded
 */
export async function furnishLogo(
	world: ActWorld,
	{ organisationId, fileId }: { organisationId: string; fileId: string | null },
): Promise<string | null> {
	const { id, subject, recorded } = await furnishing(world, organisationId);
	const { logoFileId } = await world.db.space.findUniqueOrThrow({ where: { id }, select: { logoFileId: true } });
	await world.db.space.update({ where: { id }, data: { logoFileId: fileId } });
	world.record({ type: "organisations.space.logo-set", subject, ...recorded, facts: { file: fileId } });
	return logoFileId;
}

/**
 * Sets a place's colour, or gives it the house's own again (null).
 * @returns the lowest contrast, null for the house's own; refused with "colour-shape" or "colour-pale" (value `ratio`)
 * @throws NotFound when the organisation has no place; Forbidden or SignInNeeded
 */
export const setLook = command(
	"organisations.set-look",
	async (
		world,
		{ organisationId, accent }: { organisationId: string; accent: string | null },
	): Promise<Outcome<{ ratio: number | null }, "colour-shape" | "colour-pale">> => {
		const { id, subject, recorded } = await furnishing(world, organisationId);
		const judged = accent === null ? null : judgeLook(accent);
		if (judged && !judged.done) return judged;
		const look = judged?.value ?? null;
		const data = { accentColour: look?.accent ?? null, onAccentColour: look?.onAccent ?? null };
		await world.db.space.update({ where: { id }, data });
		const facts = { accent: data.accentColour };
		world.record({ type: "organisations.space.coloured", subject, ...recorded, facts });
		return done({ ratio: look?.ratio ?? null });
	},
);
