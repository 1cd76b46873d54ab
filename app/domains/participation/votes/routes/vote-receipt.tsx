import { conduct } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages as ballotMessages } from "../../ballots/messages";
import { ReceiptWords } from "../../ballots/ui/receipt-words";
import { castVoteBy } from "../queries/vote-pages.server";
import { ChoiceTable } from "../ui/choice-table";
import type { Route } from "./+types/vote-receipt";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => ({
	ballot: await castVoteBy(world, params),
	isNew: new URL(request.url).searchParams.has("neu"),
}));

export default function VoteReceipt({ loaderData: { ballot, isNew } }: Route.ComponentProps) {
	const b = useText(ballotMessages);
	return (
		<ReceiptWords ballot={ballot} isNew={isNew}>
			<ChoiceTable vote={ballot} choice={ballot.cast} caption={b("receipt.content")} />
		</ReceiptWords>
	);
}
