// Panels that carry a page: where a dossier stands, what was done, what to do, how to pay.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/lists.hpp"
#include "platform/ui/shown.hpp"

namespace ui {

// Zero rows: why, and the nearest next thing.
struct Empty {
  Icon icon = "inbox";
  Label title;
  Content detail = {};
  Link next = {};
  int level = 2;  // of its heading
};
Html empty_state(const Empty& empty);

// After a submit: the code, the promised date, what happens next. Its title is the page's h1.
Html done_panel(const Label& title, const Content& body, int level = 1);

// The one decision of an officer's page. `body` is a form, or a <div>.
Html action_panel(std::string_view id, const Label& title, const Html& body);

// A code to scan on white, and its facts beside. `code` is an SVG; `words` tell what it is.
struct QrCard {
  Html code;
  Label words;
  std::vector<Pair> facts;
};
Html qr_card(const QrCard& card);
Html qr_small(const Html& code, const Label& words, const Content& beside);

// Steps of a form in their order; `now` counts from 1. A phone shows "Bước 2 trong 4: tên bước".
Html steps(base::Lang lang, const std::vector<Label>& names, int now);

// Data taken from a registry: locked, with its source in a tag.
struct Prefill {
  std::string_view id;
  Label title;
  Label source;  // "Lấy từ VNeID"
  std::vector<SummaryRow> rows;
};
Html prefill(base::Lang lang, const Prefill& data);

// Where a dossier stands now, in the citizen's words, with up to three facts.
struct Status {
  Label label;  // for screen readers: "Tình trạng hiện nay"
  Html tag;
  Label title;
  Content detail;
  std::vector<Pair> facts;
};
Html status_panel(const Status& status);

// Officer: the dossier's code, state and deadline, then who and what, in one bar.
struct IdBar {
  Label code;
  Html marks;  // tag and due_badge
  Content beside = {};
  std::vector<Pair> facts;
};
Html id_bar(const IdBar& bar);

// Parts of one thing as links: one page each, or places in this page.
struct Tab {
  Link link;
  int count = 0;
  bool current = false;
};
Html tabs(const Label& label, const std::vector<Tab>& tabs);

// Sums to pay: lines, then the total under a rule.
struct Sum {
  Label words;
  Label amount;
};
Html sums(const std::vector<Sum>& lines, const Sum& total);

// "Đã lưu nháp lúc 14:12."
Html saved_line(const Label& words);
// The sentence under a title that says who this is for.
Html lead(const Content& words);
// The page of a procedure: heading, facts, body; on phones the facts follow the heading.
Html facts_layout(const Html& head, const Html& facts, const Html& body);
// A form's column of at most 44 rem, beside its help.
Html form_column(const Html& form, const Html& help = {});

}  // namespace ui
