import { Badge } from "~/design/badge";
import { Card, CardList } from "~/design/card";
import { useFormat, useText } from "~/platform/i18n";
import { bodyMessages } from "../messages";
import type { ListedLine } from "../queries/register.server";

/** Lines of the register as cards. `changeAt` leads to the form of those that were entered here. */
export function BodyList({ bodies, changeAt }: { bodies: readonly ListedLine[]; changeAt?: string }) {
	const t = useText(bodyMessages);
	const { date } = useFormat();
	return (
		<CardList>
			{bodies.map((body) => (
				<Card
					key={body.id}
					level={2}
					title={body.name}
					href={changeAt && !body.own ? `${changeAt}/${body.id}` : (body.href ?? undefined)}
					above={body.own ? t("own") : t(`kinds.${body.kind}`)}
					state={
						<>
							<Badge>{t(`bodyKinds.${body.bodyKind}`)}</Badge>
							{body.ended && <Badge>{t("ended")}</Badge>}
						</>
					}
					foot={
						<>
							<span>{body.carrier}</span>
							<span>{t("since", { date: date(body.from) })}</span>
							{body.members !== null && <span>{t("members", { count: body.members })}</span>}
							{body.checkedOn && <span>{t("checked", { date: date(body.checkedOn) })}</span>}
						</>
					}
				>
					<p>{body.purpose.length > 240 ? `${body.purpose.slice(0, 239)}…` : body.purpose}</p>
					<Words of="topics" words={[...body.topicTerms.own, ...body.topics]} />
					<Words of="areas" words={[...body.areaTerms.own, ...body.areas]} />
					{body.worksFor && <p>{t("worksFor", { name: body.worksFor })}</p>}
					{body.groupsOf.length > 0 && <p>{t("groupsOf", { names: body.groupsOf.join(", ") })}</p>}
				</Card>
			))}
		</CardList>
	);
}

function Words({ of, words }: { of: "topics" | "areas"; words: readonly string[] }) {
	const t = useText(bodyMessages);
	return words.length > 0 ? <p>{t(of, { words: words.join(", ") })}</p> : null;
}
