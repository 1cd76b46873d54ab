import pg from "pg";

/**
 * What Prisma's schema language can say about a database: columns, keys, indexes and enums of the schema `public`, as
 * sorted lines that can be compared. Left out is what only hand-written SQL can say (CHECK, EXCLUDE, triggers, expression
 * and partial indexes) and Prisma's own record of migrations.
 * @param handWritten columns ("table.column") and indexes that exist in the migrations only, such as generated ones and trigrams
 */
export async function readCatalogue(url: string, handWritten: string[] = []): Promise<string[]> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const { rows } = await client.query<{ line: string }>(catalogueSql, [handWritten]);
		return rows.map(({ line }) => line);
	} finally {
		await client.end();
	}
}

const catalogueSql = `
WITH tables AS (
	SELECT c.oid, c.relname AS name FROM pg_class c
	WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
), lines AS (
	SELECT 'column ' || t.name || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
		|| CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
		|| coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
	FROM tables t
	JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
	LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
	WHERE t.name || '.' || a.attname <> ALL ($1::text[])
	UNION ALL
	SELECT 'constraint ' || t.name || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
	FROM tables t JOIN pg_constraint k ON k.conrelid = t.oid
	WHERE k.contype IN ('p', 'u', 'f')
	UNION ALL
	SELECT 'index ' || pg_get_indexdef(i.indexrelid)
	FROM tables t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class c ON c.oid = i.indexrelid
	WHERE c.relname <> ALL ($1::text[]) AND i.indpred IS NULL AND i.indexprs IS NULL
		AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)
		AND NOT EXISTS (
			SELECT 1 FROM pg_attribute a
			WHERE a.attrelid = t.oid AND a.attnum = ANY (i.indkey) AND t.name || '.' || a.attname = ANY ($1::text[])
		)
	UNION ALL
	SELECT 'enum ' || y.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
	FROM pg_type y JOIN pg_enum e ON e.enumtypid = y.oid
	WHERE y.typnamespace = 'public'::regnamespace
	GROUP BY y.typname
)
SELECT line FROM lines ORDER BY line COLLATE "C"`;
