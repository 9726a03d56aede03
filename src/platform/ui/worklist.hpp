// The worklist: counts, filters, saved views, and rows that become cards on a phone.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/forms.hpp"
#include "platform/ui/parts.hpp"

namespace ui {

// How many there are of each kind; each number opens its rows.
struct Count {
  Label number;
  Label words;
  Url href;
  Tone tone = Tone::idle;  // bad and warn colour the number
  bool current = false;
};
Html summary_strip(const std::vector<Count>& counts);

// A GET form: the address is the saved view. A filter without choices is a text.
struct Filter {
  Label name;
  Label label;
  Label value = {};
  std::vector<Choosable> choices = {};
  bool wide = false;
};
Html filters(base::Lang lang, const Label& label, const Url& action,
             const std::vector<Filter>& filters);
Html chips(const Label& label, const std::vector<Link>& views);

struct WorkRow {
  Label code;
  Url href;
  Label who;
  Label who_detail = {};
  Label what;
  Label step = {};
  Html state;  // a tag
  Due due = Due::ok;
  Label due_words = {};  // empty: no deadline
  Label due_date = {};
  Label mark = {};     // under the code: "Mới, chưa xem"
  bool fresh = false;  // bold name: nobody has opened it
  bool picked = false;
};
struct WorkHeadings {
  Label code;
  Label who;
  Label what;
  Label state;
  Label due;
};
// What officers may do with several rows at once: a POST form with these buttons, sending the codes
// as `name`. Without buttons the rows have no boxes to tick.
struct Bulk {
  Url action = "";
  Label name = "code";
  Html hidden_fields = {};
  Html buttons = {};
};
struct Worklist {
  Label caption;  // "14 hồ sơ đang giữ, xếp theo hạn gần nhất"
  WorkHeadings headings;
  std::vector<WorkRow> rows;
  bool by_due = true;  // sorted by the deadline, nearest first
  Bulk bulk = {};
  Label range = {};  // "1-10 trong 14 hồ sơ"
  Html pager = {};
};
Html worklist(base::Lang lang, const Worklist& list);

}  // namespace ui
