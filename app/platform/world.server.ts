import type { Actor } from "./actor";
import type { Prisma, PrismaClient } from "./database/generated/client";
import type { Locale } from "./i18n";

/** What a query needs: where to read, who asks, when, in which language. A transaction serves as well as the client. */
export type View = { db: Prisma.TransactionClient; actor: Actor; now: Date; locale: Locale };

/** What every query and command is called with; never a Request, a cookie or React. */
export type World = Omit<View, "db"> & { db: PrismaClient };
