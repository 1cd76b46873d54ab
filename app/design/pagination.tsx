import { useFormat, useText } from "~/platform/i18n";
import { Icon } from "./icon";
import { messages } from "./messages";

/** Pages to show as links: first, last, this one and its neighbours; null is a gap. */
export function pageWindow(page: number, pages: number): (number | null)[] {
	const near = [1, page - 1, page, page + 1, pages].filter((number) => number >= 1 && number <= pages);
	const shown = [...new Set(near)].sort((a, b) => a - b);
	return shown.flatMap((number, index) => {
		const before = shown[index - 1];
		if (before === undefined || number === before + 1) return [number];
		return number === before + 2 ? [before + 1, number] : [null, number];
	});
}

/** The pages of a long list, as links. Shows nothing but the count when there is only one page. */
export function Pagination({
	page,
	pageSize,
	total,
	hrefFor,
}: {
	/** Counted from 1. */
	page: number;
	pageSize: number;
	total: number;
	hrefFor: (page: number) => string;
}) {
	const t = useText(messages);
	const { number: written } = useFormat();
	const pages = Math.max(1, Math.ceil(total / pageSize));
	const status = t("pagination.status", {
		from: written(total === 0 ? 0 : (page - 1) * pageSize + 1),
		to: written(Math.min(page * pageSize, total)),
		total: written(total),
	});
	return (
		<div className="gw-pagination">
			<p className="gw-pagination__status">{status}</p>
			{pages > 1 && (
				<nav aria-label={t("pagination.label")}>
					<ul>
						{page > 1 && (
							<li>
								<a className="gw-pagination__step" rel="prev" href={hrefFor(page - 1)}>
									<Icon name="arrow-back" small />
									{t("pagination.previous")}
								</a>
							</li>
						)}
						{pageWindow(page, pages).map((number, index) =>
							number === null ? (
								<li key={`gap-${index === 1 ? "start" : "end"}`} className="gw-pagination__gap" aria-hidden="true">
									…
								</li>
							) : (
								<li key={number}>
									<a
										href={hrefFor(number)}
										aria-label={t("pagination.page", { page: written(number) })}
										aria-current={number === page ? "page" : undefined}
									>
										{number}
									</a>
								</li>
							),
						)}
						{page < pages && (
							<li>
								<a className="gw-pagination__step" rel="next" href={hrefFor(page + 1)}>
									{t("pagination.next")}
									<Icon name="arrow-forward" small />
								</a>
							</li>
						)}
					</ul>
				</nav>
			)}
		</div>
	);
}
