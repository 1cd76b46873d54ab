import { Prisma } from "~/platform/database/generated/client";
import { newId } from "~/platform/tokens.server";
import type { View } from "~/platform/world.server";
import type { RegisterContent } from "../register-bodies";

// SQL instead of Prisma's models: 16,035 lines in a dozen statements within one transaction; row by row it would be some
// 40,000. `IS DISTINCT FROM` leaves unchanged rows untouched. Rows travel as one JSON parameter, because a dozen parallel
// arrays for unnest() would have to be kept in step by hand.

type Db = View["db"];

export const registerSource = "Statistisches Bundesamt (Destatis), Gemeindeverzeichnis GV100AD";

/** The columns in which the register may differ from what we hold, as (ours, the register's). */
const content = Prisma.sql`
	(o.kind, o.name, o.short_name, o.ars, o.ags, o.register_type, o.parent_id, o.seat, o.postal_code, o.area_hectares, o.valid_until)
	IS DISTINCT FROM
	(s.kind, s.name, s.short_name, s.ars, s.ags, s.register_type, s.parent_id, s.seat, s.postal_code, s.area_hectares, NULL::date)`;

/** Bodies of the register that this import speaks about: all, or those of the named counties. */
const inScope = (scope: readonly string[], key: Prisma.Sql) =>
	scope.length === 0 ? Prisma.sql`true` : Prisma.sql`left(${key}, 5) = ANY(${[...scope]}::text[])`;

/**
 * Puts the bodies of a register into a temporary table that lives as long as the transaction, each with the id that it
 * has or will have, and its parent's.
 */
export async function stageRegister(db: Db, register: RegisterContent, now: Date): Promise<void> {
	await db.$executeRaw`DROP TABLE IF EXISTS pg_temp.register_stage`;
	await db.$executeRaw`
		CREATE TEMPORARY TABLE register_stage (
			id uuid NOT NULL, known boolean NOT NULL DEFAULT false, key text PRIMARY KEY, parent_key text, parent_id uuid,
			ars text NOT NULL, ags text, kind organisation_kind NOT NULL, name text NOT NULL, short_name text NOT NULL,
			register_type text, seat text, postal_code text, area_hectares int NOT NULL, inhabitants int NOT NULL,
			summed boolean NOT NULL
		) ON COMMIT DROP`;
	const rows = JSON.stringify(register.bodies.map((body) => ({ ...body, id: newId(now) })));
	await db.$executeRaw`
		INSERT INTO register_stage (id, key, parent_key, ars, ags, kind, name, short_name, register_type, seat, postal_code,
			area_hectares, inhabitants, summed)
		SELECT id, key, "parentKey", ars, ags, kind, name, "shortName", "typeCode", seat, "postalCode",
			"areaHectares", inhabitants, summed
		FROM json_to_recordset(${rows}::json) AS r (id uuid, key text, "parentKey" text, ars text, ags text,
			kind organisation_kind, name text, "shortName" text, "typeCode" text, seat text, "postalCode" text,
			"areaHectares" int, inhabitants int, summed boolean)`;
	await db.$executeRaw`
		UPDATE register_stage s SET id = o.id, known = true
		FROM organisation o WHERE o.ars IS NOT NULL AND coalesce(o.ags, o.ars) = s.key`;
	await db.$executeRaw`
		UPDATE register_stage s SET parent_id = p.id FROM register_stage p WHERE p.key = s.parent_key`;
	await db.$executeRaw`ANALYZE register_stage`;
}

export type Differences = {
	created: number;
	changed: number;
	renamed: number;
	unchanged: number;
	/** Bodies that we hold as existing and the register no longer lists. */
	missing: number;
	/** Existing bodies that we hold, within the counties spoken about. */
	known: number;
};

/** Compares the staged register with what we hold, before anything is written. */
export async function countDifferences(db: Db, scope: readonly string[]): Promise<Differences> {
	const [staged] = await db.$queryRaw<Omit<Differences, "missing" | "known">[]>`
		SELECT count(*) FILTER (WHERE o.id IS NULL)::int AS created,
			count(*) FILTER (WHERE o.id IS NOT NULL AND ${content})::int AS changed,
			count(*) FILTER (WHERE o.name <> s.name)::int AS renamed,
			count(*) FILTER (WHERE o.id IS NOT NULL AND NOT ${content})::int AS unchanged
		FROM register_stage s LEFT JOIN organisation o ON o.id = s.id`;
	const [held] = await db.$queryRaw<Pick<Differences, "missing" | "known">[]>`
		SELECT count(*) FILTER (WHERE s.id IS NULL)::int AS missing, count(*)::int AS known
		FROM organisation o LEFT JOIN register_stage s ON s.id = o.id
		WHERE o.ars IS NOT NULL AND o.valid_until IS NULL AND ${inScope(scope, Prisma.sql`o.ars`)}`;
	if (!staged || !held) throw new Error("a count without a row");
	return { ...staged, ...held };
}

/** Writes what differs: names into the history, bodies, figures, and the register's own lines. */
export async function writeStage(
	db: Db,
	register: RegisterContent,
	inhabitantsAsOf: string,
	scope: readonly string[],
): Promise<void> {
	const { asOf } = register;
	await db.$executeRaw`
		INSERT INTO organisation_name (organisation_id, name, short_name, valid_until)
		SELECT o.id, o.name, o.short_name, ${asOf}::date
		FROM register_stage s JOIN organisation o ON o.id = s.id WHERE o.name <> s.name
		ON CONFLICT DO NOTHING`;
	// Null (before our records begin), unless an earlier register covered the county and did not list the body.
	await db.$executeRaw`
		INSERT INTO organisation (id, kind, name, short_name, ars, ags, register_type, parent_id, seat, postal_code,
			area_hectares, valid_from, source, source_date)
		SELECT s.id, s.kind, s.name, s.short_name, s.ars, s.ags, s.register_type, s.parent_id, s.seat, s.postal_code,
			s.area_hectares,
			CASE WHEN EXISTS (SELECT FROM register_import i WHERE i.as_of < ${asOf}::date
				AND (i.scope = '' OR left(s.ars, 5) = ANY(string_to_array(i.scope, ',')))) THEN ${asOf}::date END,
			${registerSource}, ${asOf}::date
		FROM register_stage s WHERE NOT s.known`;
	await db.$executeRaw`
		UPDATE organisation o SET kind = s.kind, name = s.name, short_name = s.short_name, ars = s.ars, ags = s.ags,
			register_type = s.register_type, parent_id = s.parent_id, seat = s.seat, postal_code = s.postal_code,
			area_hectares = s.area_hectares, valid_until = NULL, source = ${registerSource}, source_date = ${asOf}::date
		FROM register_stage s
		WHERE s.id = o.id AND s.known AND (${content} OR o.source_date <> ${asOf}::date)`;
	// Each edition keeps its own figure: territories change, and with them the inhabitants of the same key date.
	await db.$executeRaw`
		INSERT INTO organisation_figure (organisation_id, figure, as_of, source, value, summed)
		SELECT s.id, 'INHABITANTS', ${inhabitantsAsOf}::date, ${`${registerSource}, Gebietsstand ${asOf.split("-").reverse().join(".")}`}, s.inhabitants, s.summed
		FROM register_stage s
		ON CONFLICT (organisation_id, figure, as_of, source) DO UPDATE SET value = excluded.value, summed = excluded.summed
		WHERE (organisation_figure.value, organisation_figure.summed) IS DISTINCT FROM (excluded.value, excluded.summed)`;
	const lines = JSON.stringify(register.lines);
	await db.$executeRaw`
		INSERT INTO register_entry (level, key, organisation_id, name, register_type, as_of)
		SELECT l.level, l.key, s.id, l.name, l."typeCode", ${asOf}::date
		FROM json_to_recordset(${lines}::json) AS l (level register_level, key text, "bodyKey" text, name text, "typeCode" text)
			LEFT JOIN register_stage s ON s.key = l."bodyKey"
		ON CONFLICT (level, key) DO UPDATE SET organisation_id = excluded.organisation_id, name = excluded.name,
			register_type = excluded.register_type, as_of = excluded.as_of, valid_until = NULL
		WHERE (register_entry.organisation_id, register_entry.name, register_entry.register_type, register_entry.as_of,
			register_entry.valid_until) IS DISTINCT FROM
			(excluded.organisation_id, excluded.name, excluded.register_type, excluded.as_of, NULL::date)`;
	await db.$executeRaw`
		UPDATE register_entry e SET valid_until = ${asOf}::date
		WHERE e.valid_until IS NULL AND ${inScope(scope, Prisma.sql`e.key`)} AND NOT EXISTS (
			SELECT FROM json_to_recordset(${lines}::json) AS l (level register_level, key text)
			WHERE l.level = e.level AND l.key = e.key)`;
}

/** Ends, on the register's date, the bodies that it no longer lists. */
export async function endMissing(db: Db, asOf: string, scope: readonly string[]): Promise<void> {
	await db.$executeRaw`
		UPDATE organisation o SET valid_until = ${asOf}::date, source_date = ${asOf}::date
		WHERE o.ars IS NOT NULL AND o.valid_until IS NULL AND ${inScope(scope, Prisma.sql`o.ars`)}
			AND NOT EXISTS (SELECT FROM register_stage s WHERE s.id = o.id)`;
}
