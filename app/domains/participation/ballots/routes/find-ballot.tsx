import { Button } from "~/design/button";
import { ErrorSummary } from "~/design/error-summary";
import { PageTitle } from "~/design/page-title";
import { TextField } from "~/design/text-field";
import { conduct, onward } from "~/platform/http/conduct.server";
import { useText } from "~/platform/i18n";
import type { World } from "~/platform/world.server";
import { messages } from "../messages";
import { boxPage, receiptIn } from "../queries/box-pages.server";
import { BoxCrumbs } from "../ui/box-crumbs";
import type { Route } from "./+types/find-ballot";

export const loader = conduct(async ({ world, params, request }: Route.LoaderArgs & { world: World }) => {
	const box = await boxPage(world, params);
	const typed = (new URL(request.url).searchParams.get("quittung") ?? "").trim().slice(0, 40);
	const receipt = typed === "" ? null : await receiptIn(world, box.id, typed);
	if (receipt) throw onward(`${box.path}/quittung/${receipt}`);
	return { box, typed };
});

export default function FindBallot({ loaderData: { box, typed } }: Route.ComponentProps) {
	const t = useText(messages);
	const error = typed === "" ? undefined : t("receipt.none");
	return (
		<>
			<title>{`${t("receipt.find")} – ${box.title}`}</title>
			<BoxCrumbs box={box} here={t("receipt.find")} />
			<ErrorSummary errors={error ? [{ field: "quittung", message: error }] : []} />
			<PageTitle title={t("receipt.find")} above={box.title} />
			<form method="get" className="gw-form">
				<TextField
					name="quittung"
					label={t("receipt.code")}
					hint={t("receipt.findHint")}
					value={typed}
					error={error}
					autoComplete="off"
					spellCheck={false}
					width="medium"
				/>
				<Button>{t("receipt.find")}</Button>
			</form>
		</>
	);
}
