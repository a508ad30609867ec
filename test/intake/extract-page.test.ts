import { describe, expect, it } from "vitest";
import { extractPage } from "../../src/intake/extract-page.ts";

const TEXT = [
  "Harbour Mobile said on Friday that intruders had copied support tickets of about forty thousand customers.",
  "The tickets hold names, numbers and in some cases scans of driving licences, the operator told the regulator.",
  "A group put a sample of the tickets online, and two researchers who saw the sample said that it looked genuine.",
  "The access was closed within a day, and the network and the billing systems were not touched, the operator says.",
];

function read(html: string): readonly string[] {
  const page = `<!doctype html><html><head><title>Tickets copied</title></head><body class="single has-sidebar comments-open tag-social">${html}</body></html>`;
  return extractPage(new TextEncoder().encode(page), "text/html; charset=utf-8", "https://a.example/x")
    .paragraphs;
}

/** The article with a box behind its second paragraph. */
function around(box: string, wrap = "article"): readonly string[] {
  const [first, second, ...rest] = TEXT.map((line) => `<p>${line}</p>`);
  return read(
    `<${wrap}><h1>Tickets copied</h1>${first}${second}${box}${rest.join("")}</${wrap.split(" ")[0]}>`,
  );
}

const OTHERS =
  "<div><a href='/1'>Hackers of Brass Tern in the network of North Tel</a></div><div><p>North Tel said on Monday that hackers of Brass Tern had stolen call records of its customers.</p></div>";

describe("extractPage", () => {
  it.each([
    ["by its name", `<section class="read-next">${OTHERS}</section>`],
    ["by a name in camel case", `<div class="card storyRelated">${OTHERS}</div>`],
    ["by its id", `<div id="most-read">${OTHERS}</div>`],
    ["by its label", `<div aria-label="Recommended stories">${OTHERS}</div>`],
    ["by its heading", `<div class="css-1x"><h3>You may also like</h3>${OTHERS}</div>`],
    ["by a heading in a box of its own", `<div><div><h3>Read next</h3></div>${OTHERS}</div>`],
    ["by its element", `<aside>${OTHERS}</aside>`],
  ])("leaves out a box of other articles that is known %s", (_, box) => {
    expect(around(box)).toEqual(TEXT);
    expect(around(box, 'div class="c-1"')).toEqual(TEXT);
  });

  it("leaves out menus, share bars, sign-ups, tags and authors that name other operators", () => {
    expect(
      around(
        `<div class="share-bar"><a>Share with North Tel</a></div><div class="newsletter-signup"><p>Never miss a story about North Tel.</p></div>
         <ul class="article-tags"><li>North Tel</li></ul><div class="author-bio"><p>Jane Roe worked for North Tel before.</p></div>`,
      ),
    ).toEqual(TEXT);
  });

  it("leaves out comments, though they are longer than the article", () => {
    const comment = `<li class="comment"><div>It was Brass Tern, and North Tel had the same last year. ${"Believe me. ".repeat(30)}</div></li>`;
    const article = TEXT.map((line) => `<p>${line}</p>`).join("");
    expect(
      read(
        `<div class="page"><div class="x">${article}</div><div class="comments-area"><h2>9 comments</h2><ol>${comment.repeat(9)}</ol></div></div>`,
      ),
    ).toEqual(TEXT);
  });

  it("takes the site's name off the title, where the headline shows which part is which", () => {
    const titled = (title: string, body: string) =>
      extractPage(
        new TextEncoder().encode(`<html><head><title>${title}</title></head><body>${body}</body></html>`),
        "text/html",
        "https://a.example/x",
      ).title;
    const h1 = "<h1>Two men arrested over SIM swaps</h1>";
    expect(titled("Two men arrested over SIM swaps — Mast Daily", h1)).toBe(
      "Two men arrested over SIM swaps",
    );
    expect(titled("Two men arrested over SIM swaps at Harbour Mobile", h1)).toBe(
      "Two men arrested over SIM swaps at Harbour Mobile",
    );
    expect(titled("Mast Daily: two men arrested", "<h1>Mast Daily</h1>")).toBe(
      "Mast Daily: two men arrested",
    );
  });

  it("keeps the article whole where its own box bears such a name", () => {
    const article = TEXT.map((line) => `<p>${line}</p>`).join("");
    for (const name of ["share-content", "post-sidebar-left", "related", "promo", "bio", "comments"])
      expect(read(`<div class="${name}">${article}</div><div><a href="/">Home</a></div>`)).toEqual(TEXT);
    expect(read(`<form>${article}</form>`)).toEqual(TEXT);
    expect(read(`<aside>${article}</aside>`)).toEqual(TEXT);
  });

  it("keeps a part of the article as large as an article, whatever it is called", () => {
    const half = (from: number) =>
      TEXT.slice(from, from + 2)
        .map((line) => `<p>${line}</p>`)
        .join("");
    expect(
      read(`<article><div class="a">${half(0)}</div><div class="bio">${half(2)}</div></article>`),
    ).toEqual(TEXT);
  });

  it("still tells that a page asks to pay, or is only a question about cookies", () => {
    const wall = (html: string) =>
      extractPage(
        new TextEncoder().encode(`<html><body>${html}</body></html>`),
        "text/html",
        "https://a.example/x",
      ).wall;
    expect(
      wall(
        `<article><p>${TEXT[0]}</p><div class="subscribe-box">Subscribe to continue reading.</div></article>`,
      ),
    ).toBe("paywall");
    expect(
      wall(
        `<div class="consent"><p>We value your privacy. We and our 812 partners store and/or access information.</p></div>`,
      ),
    ).toBe("consent");
  });
});
