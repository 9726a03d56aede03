// Checks the values, resolves the conditions, prints the blocks, prepares the fields.
#include "platform/pdf/render.hpp"

#include <algorithm>

#include "base/fold.hpp"
#include "platform/pdf/fonts.hpp"
#include "platform/pdf/form.hpp"
#include "platform/pdf/printer.hpp"
#include "platform/pdf/text.hpp"

namespace pdf {

namespace {

constexpr std::size_t value_bytes_max = 100 * 1024;
constexpr int taken_over_max = 12;  // lines

bool has(const Values& values, const std::string& name) {
  const auto found = values.find(name);
  return found != values.end() && !found->second.empty();
}

// The first line that uses the hole, to name it in a problem.
int line_of(const std::vector<Block>& blocks, const std::string& hole) {
  for (const auto& block : blocks) {
    for (const auto& part : block.parts)
      for (const auto& span : part)
        if (span.hole && span.text == hole) return block.line;
    if (const int line = line_of(block.inside, hole)) return line;
  }
  return 0;
}

void check(const Template& paper, const Values& values) {
  for (const auto& declared : paper.values) {
    const auto stop = [&](const base::Text& why) {
      const int line = std::max(1, line_of(paper.blocks, declared.name));  // 1: the file's name
      throw problem(line, why, {{"name", declared.name}});
    };
    if (!has(values, declared.name)) {
      if (!declared.optional) stop(text::no_value);
      continue;
    }
    const auto& value = values.find(declared.name)->second;
    if (value.size() > value_bytes_max || !base::is_text(value)) stop(text::bad_value);
  }
}

std::vector<Block> chosen(const std::vector<Block>& blocks, const Values& values) {
  std::vector<Block> out;
  for (const auto& block : blocks) {
    auto inside = chosen(block.inside, values);
    if (block.kind != Kind::when && block.kind != Kind::when_not) {
      out.push_back(block);
      out.back().inside = std::move(inside);
    } else if (has(values, block.parts[0][0].text) == (block.kind == Kind::when)) {
      for (auto& one : inside) out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace

base::Result<std::string, Problem> render(const Template& paper, const Values& values,
                                          const Options& options) try {
  check(paper, values);
  const Facts facts{filled(paper.name, values).text, options.author, options.created};
  const auto blocks = chosen(paper.blocks, values);
  // Printed again where a signature would stand alone, with lines taken over to its page.
  for (int turn_before = -1, taken = 2;; ++taken) {
    Printer printer(paper.paper, facts, values, turn_before);
    for (const auto& block : blocks) printer.print(block);
    const auto lonely = printer.lonely();
    if (!lonely || taken > taken_over_max)
      return with_fields(printer.finish(), printer.fields(), base::code(options.lang));
    turn_before = std::max(0, *lonely - taken);
  }
} catch (const Problem& problem) {
  return base::refuse(problem);
} catch (const Unprintable& letter) {
  return base::refuse(problem(1, text::no_glyph, {{"letter", letter.character}}));
} catch (const TooManyPages&) {
  return base::refuse(problem(1, text::too_many_pages, {{"max", std::to_string(pages_max)}}));
}

}  // namespace pdf
