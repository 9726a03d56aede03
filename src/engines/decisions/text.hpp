// What the keeper of a rule table hears about it.
#pragma once

#include "base/text.hpp"

namespace decisions::text {

using base::Text;

inline constexpr Text number{"số", "number"};
inline constexpr Text whole{"số nguyên", "whole number"};
inline constexpr Text words{"chữ", "text"};
inline constexpr Text flag{"có hoặc không", "yes or no"};
inline constexpr Text date{"ngày", "date"};

inline constexpr Text unique{"Chỉ một dòng phù hợp", "Exactly one row fits"};
inline constexpr Text any{"Nhiều dòng phù hợp, cùng một kết quả", "Several fit and agree"};
inline constexpr Text first{"Dòng phù hợp đầu tiên", "The first row that fits"};
inline constexpr Text priority{"Kết quả ưu tiên nhất", "The answer of highest priority"};
inline constexpr Text rule_order{"Mọi dòng phù hợp, theo thứ tự dòng",
                                 "All that fit, in the order of rows"};
inline constexpr Text output_order{"Mọi dòng phù hợp, theo thứ tự ưu tiên",
                                   "All that fit, by priority"};
inline constexpr Text collect{"Mọi dòng phù hợp", "All that fit"};
inline constexpr Text sum{"Cộng kết quả của các dòng phù hợp", "The sum of all that fit"};
inline constexpr Text count{"Đếm các dòng phù hợp", "How many fit"};
inline constexpr Text least{"Kết quả nhỏ nhất của các dòng phù hợp", "The least of all that fit"};
inline constexpr Text most{"Kết quả lớn nhất của các dòng phù hợp", "The greatest of all that fit"};

inline constexpr Text law_column{"Căn cứ", "Law"};
inline constexpr Text note_column{"Ghi chú", "Note"};
inline constexpr Text yes{"có", "yes"};
inline constexpr Text no{"không", "no"};
inline constexpr Text no_answer{"không có kết quả", "no answer"};

// ---- of the file
inline constexpr Text one_table{
    "Phần tử {name} không dùng được: tệp quy tắc chỉ có dữ liệu vào và một bảng quyết định.",
    "The element {name} cannot be used: a file of rules has input data and one decision table."};
inline constexpr Text one_decision{"Tệp có {count} quyết định; một tệp phải có đúng một bảng.",
                                   "The file has {count} decisions; a file has exactly one table."};
inline constexpr Text no_table{"Quyết định này không phải là bảng quyết định.",
                               "This decision is no decision table."};
inline constexpr Text no_such_day{"Không có ngày {day}. Hãy viết ngày có thật.",
                                  "There is no day {day}. Write one that exists."};
inline constexpr Text unknown_type{
    "Không có kiểu “{name}”. Chọn trong: number, string, boolean, date.",
    "There is no type “{name}”. Choose from: number, string, boolean, date."};
inline constexpr Text unknown_policy{"Không có cách chọn dòng “{name}”.",
                                     "There is no hit policy “{name}”."};
inline constexpr Text no_such_name{"Bảng không có dữ liệu vào hay kết quả tên “{name}”.",
                                   "The table has no input data or output of the name “{name}”."};

// ---- of cells
inline constexpr Text bad_code{
    "Mã “{code}” phải có từ 2 đến 60 ký tự a-z, 0-9 và gạch nối.",
    "The code “{code}” must be 2 to 60 letters a-z, digits and hyphens."};
inline constexpr Text no_title{"Bảng chưa có tên.", "The table has no title."};
inline constexpr Text no_inputs{"Bảng chưa có cột điều kiện.", "The table has no input column."};
inline constexpr Text no_outputs{"Bảng chưa có cột kết quả.", "The table has no output column."};
inline constexpr Text no_rows{"Bảng chưa có dòng nào.", "The table has no row."};
inline constexpr Text too_large{"Bảng quá lớn: nhiều nhất {rows} dòng và {columns} cột.",
                                "The table is too large: at most {rows} rows, {columns} columns."};
inline constexpr Text sum_of_several{"Bảng cộng, đếm, chọn lớn nhất chỉ có một cột kết quả.",
                                     "A sum, count or maximum has one output column only."};
inline constexpr Text name_missing{"Chưa nêu tên giá trị, ví dụ: tuổi.",
                                   "The name of the value is missing, such as: age."};
inline constexpr Text bad_name{
    "“{name}” không dùng làm tên được: tên bắt đầu bằng chữ, không trùng với từ của ngôn ngữ.",
    "“{name}” is no name: names begin with a letter and are no words of the language."};
inline constexpr Text name_twice{"Tên “{name}” có hai lần. Hãy đổi một.",
                                 "The name “{name}” stands twice. Change one."};
inline constexpr Text column_twice{"Hai cột cùng hỏi “{name}”. Hãy gộp lại.",
                                   "Two columns ask for “{name}”. Join them."};
inline constexpr Text label_missing{"Cột chưa có tên hiển thị.", "The column has no heading."};
inline constexpr Text cell_long{"Ô dài quá 2.000 byte. Hãy tách thành nhiều dòng.",
                                "The cell exceeds 2,000 bytes. Split it into rows."};
inline constexpr Text other_type{"{value} không hợp với cột kiểu {type}.",
                                 "{value} does not suit a column of the type {type}."};
inline constexpr Text exists_not{
    "“{typed}” có giá trị không tồn tại, chẳng hạn một ngày không có trong lịch.",
    "“{typed}” has a value that does not exist, such as a day that is in no calendar."};
inline constexpr Text thousands{
    "“{typed}” được hiểu là số thập phân. Nếu là hàng nghìn hãy viết {number}; nếu không, thêm một "
    "số 0 ở cuối.",
    "“{typed}” is read as a decimal. Write {number} if thousands are meant; else add a 0 at the "
    "end."};
inline constexpr Text no_priorities{
    "Cách chọn theo ưu tiên cần danh sách giá trị của cột, giá trị đứng trước được ưu tiên.",
    "A choice by priority needs the list of the column’s values, the preferred ones first."};
inline constexpr Text answer_missing{"Ô kết quả còn trống.", "The answer is empty."};
inline constexpr Text not_allowed{"{value} không nằm trong các giá trị cho phép của cột.",
                                  "{value} is not among the allowed values of the column."};
inline constexpr Text row_cells{"Dòng {row} có {have} ô, bảng có {want} cột.",
                                "Row {row} has {have} cells, the table has {want} columns."};
inline constexpr Text not_whole{"{name} phải là số nguyên.", "{name} must be a whole number."};

// ---- of cases
inline constexpr Text gap{"Không dòng nào phù hợp khi {case}.", "No row fits when {case}."};
inline constexpr Text more_gaps{"Và {count} trường hợp nữa không có dòng nào phù hợp.",
                                "And {count} more cases that no row fits."};
inline constexpr Text perhaps_gaps{
    "Có trường hợp chỉ những dòng mang điều kiện tự do có thể phù hợp: chương trình không biết.",
    "Some cases may be fitted only by rows with free conditions: that cannot be told."};
inline constexpr Text overlap{"Dòng {a} và dòng {b} cùng phù hợp khi {case}.",
                              "Rows {a} and {b} both fit when {case}."};
inline constexpr Text differ{"Dòng {a} và dòng {b} cùng phù hợp, kết quả khác nhau, khi {case}.",
                             "Rows {a} and {b} both fit and answer differently when {case}."};
inline constexpr Text more_overlaps{"Và {count} cặp dòng chồng nhau nữa.",
                                    "And {count} more pairs of rows that overlap."};
inline constexpr Text never_fits{
    "Dòng {row} không bao giờ phù hợp: điều kiện ở cột {column} trái với giá trị cho phép.",
    "Row {row} never fits: its condition in {column} is outside of the allowed values."};
inline constexpr Text unreached{
    "Dòng {row} không bao giờ được dùng: dòng {rows} ở trên đã lấy hết trường hợp của nó.",
    "Row {row} is never reached: {rows} above take all its cases."};
inline constexpr Text unclear_cell{
    "Dòng {row}, cột {column}: điều kiện tự do, chương trình không xét được khoảng trống và chồng "
    "lấn.",
    "Row {row}, column {column}: a free condition; gaps and overlaps cannot be told."};
inline constexpr Text too_many_cases{"Bảng có quá nhiều trường hợp để xét hết khoảng trống.",
                                     "The table has too many cases to look for all gaps."};
inline constexpr Text every_case{"trong mọi trường hợp", "in every case"};
inline constexpr Text and_{"và", "and"};
inline constexpr Text or_{"hoặc", "or"};
inline constexpr Text equals{"là {value}", "is {value}"};
inline constexpr Text from_to{"từ {low} đến {high}", "from {low} to {high}"};
inline constexpr Text from_below{"từ {low} đến dưới {high}", "from {low} to below {high}"};
inline constexpr Text above_to{"trên {low} đến {high}", "above {low} up to {high}"};
inline constexpr Text above_below{"trên {low} và dưới {high}", "above {low} and below {high}"};
inline constexpr Text at_least{"từ {low} trở lên", "{low} or more"};
inline constexpr Text above{"trên {low}", "above {low}"};
inline constexpr Text up_to{"đến {high}", "up to {high}"};
inline constexpr Text below{"dưới {high}", "below {high}"};
inline constexpr Text other_value{"là giá trị khác", "is another value"};
inline constexpr Text any_value{"là bất kỳ", "is anything"};

// ---- of examples
inline constexpr Text example_name{"Ví dụ chưa có tên, nêu trường hợp của luật.",
                                   "The example has no name; say the case of the law."};
inline constexpr Text example_person{
    "Đây là số định danh của một người. Ví dụ phải là trường hợp đặt ra, không phải người thật.",
    "This is a personal number. Examples are invented cases, not people."};
inline constexpr Text value_missing{"Ô còn trống; không có thì viết null.",
                                    "The cell is empty; write null for nothing."};
inline constexpr Text no_value{"“{typed}” không phải là một giá trị.", "“{typed}” is no value."};
inline constexpr Text example_fails{"Ví dụ “{example}” cho {made}, phải là {wanted}.",
                                    "The example “{example}” gives {made}; it must be {wanted}."};
inline constexpr Text row_without_example{"Dòng {row} chưa có ví dụ nào.",
                                          "No example is of row {row}."};

}  // namespace decisions::text
