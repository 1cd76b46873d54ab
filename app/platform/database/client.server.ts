import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client";

let open: { pool: pg.Pool; prisma: PrismaClient } | undefined;

/**
 * Opens the pool of the application's role; connections themselves are made when first needed.
 * @param appUrl connection of the application's role
 * @param connections upper limit of the pool
 * @param through what every query goes through, where tests look closer
 */
export function connect(appUrl: string, connections = 20, through = (client: PrismaClient) => client): void {
	if (open) throw new Error("connect: the database is already connected");
	const pool = new pg.Pool({
		connectionString: appUrl,
		max: connections,
		application_name: "gemeinwerk",
		// PostgreSQL's 0.6 finds no word with two letters swapped ("Bordstiene": 0.55)
		onConnect: (client) => client.query("SET pg_trgm.word_similarity_threshold = 0.5"),
	});
	// an idle connection that the server ends (restart, failover) is replaced at the next query; unheard it would end us
	pool.on("error", () => undefined);
	pool.on("connect", (client) => client.on("error", () => undefined));
	// "minimal", because the other formats print the arguments of a failed query, and with them what people wrote
	// A busy house takes its time: an act or event that is broken off is work for nothing.
	const transactionOptions = { maxWait: 10_000, timeout: 30_000 };
	const prisma = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: "minimal", transactionOptions });
	open = { pool, prisma: through(prisma) };
}

/** Closes all connections after their running queries; may be called when nothing is open. */
export async function disconnect(): Promise<void> {
	if (!open) return;
	const { pool, prisma } = open;
	open = undefined;
	await prisma.$disconnect();
	await pool.end();
}

/** The Prisma client of the application's role. Throws when `connect` has not been called. */
export function database(): PrismaClient {
	return connected().prisma;
}

/** The pool beneath it, for hand-written SQL and for graphile-worker. Throws when `connect` has not been called. */
export function pool(): pg.Pool {
	return connected().pool;
}

function connected() {
	if (!open) throw new Error("The database is not connected: call connect() first (the house does so at its start).");
	return open;
}
