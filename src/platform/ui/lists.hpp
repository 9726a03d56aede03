// Lists of things: answers, facts, papers, progress, log, files, tasks; tables and their pages.
#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "platform/ui/shown.hpp"

namespace ui {

// Answers to check, or data a registry holds; a row with `change` has the link "Sửa".
struct SummaryRow {
  Label key;
  Content value;
  Url change = "";
};
Html summary_list(base::Lang lang, const std::vector<SummaryRow>& rows, bool borderless = false);

// The main facts of a page, in a tinted aside with an icon each.
struct Fact {
  Icon icon;
  Label term;
  Content value;
};
Html facts(const Label& label, const std::vector<Fact>& facts);

// Officer's data in two columns; `wide` takes the whole line.
struct Pair {
  Label term;
  Content value;
  bool wide = false;
};
Html data_list(const std::vector<Pair>& pairs);

// Papers to bring: what, in which form, and a tag or a link beside.
struct Paper {
  Label title;
  Content detail = {};
  Html beside = {};
  Icon icon = "file-text";
};
Html papers(const std::vector<Paper>& papers);

// How a procedure goes, numbered.
struct Stage {
  Label title;
  Content detail = {};
};
Html stages(const std::vector<Stage>& stages);

// A citizen's view of progress.
enum class Progress { done, now, to_come };
struct Moment {
  Progress progress;
  Label title;
  Label time = {};
  Content detail = {};
};
Html timeline(const std::vector<Moment>& moments, bool tight = false);

// An officer's audit: when, who, what. Never for citizens.
struct LogEntry {
  Label time;
  Label who;  // its initials are the avatar; the name itself stands in `what`
  Content what;
};
Html log(const std::vector<LogEntry>& entries);

struct FileRow {
  Label kind;  // "PDF", "JPG"
  Link file;
  Content detail = {};
  Html beside = {};  // e.g. source_line()
};
Html files(const std::vector<FileRow>& files);

// One dossier with several forms, in any order.
struct Task {
  Link form;
  Content status;  // a tag, or words when done
  Label hint = {};
};
Html task_list(std::string_view id, const std::vector<Task>& tasks);

// The chain of signatures of a document.
enum class Signature { valid, invalid, waiting, later };
struct SignatureRow {
  Signature state;
  Label title;  // "Ký ban hành: Nguyễn Văn Hòa"
  Label detail = {};
  Label verdict = {};  // "Chữ ký hợp lệ, có dấu thời gian"
};
Html signatures(const std::vector<SignatureRow>& rows);

struct Column {
  Label heading;
  bool number = false;  // right aligned, tabular figures
};
// With more than three columns each row stands as a list on a phone.
struct Table {
  Label caption;
  std::vector<Column> columns;
  std::vector<std::vector<Content>> rows;  // a cell for each column
  bool caption_shown = false;              // else for screen readers only
  bool row_headings = false;               // the first cell names its row
};
Html table(const Table& table);

// Pages 1 … n; `address_before_number` ends in "trang=". Nothing when there is one page.
// The page an address asks for, from 1; 1 if it asks for none.
int asked_page(std::string_view typed);
Html pager(base::Lang lang, int page, int pages, std::string_view address_before_number);

}  // namespace ui
