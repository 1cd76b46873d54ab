import type { ActWorld } from "~/platform/act.server";
import { offerToSuccessor } from "../calls/commands/offers.server";
import type { FoundGroup } from "../queries/find-group.server";

/** The membership that ends. */
export type Departing = { id: string; personId: string };

/**
 * What goes on when a member leaves, in the act that ends the seat: each part of the domain adds what hung on the person.
 * What belongs to a post goes on by itself (function before person).
 */
export const departures: ((
	world: ActWorld,
	group: FoundGroup,
	membership: Departing,
	endsOn: Date,
) => Promise<void>)[] = [offerToSuccessor];
