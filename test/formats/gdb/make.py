"""Makes the geodatabases of this folder from invented data, and expected.json of all of them, with GDAL.

    /usr/bin/python3 make.py databases   # GDAL 3.6.2, OpenFileGDB
    python3 make.py types                # pyogrio 0.13 with GDAL 3.12.4: types of ArcGIS Pro 3.2
    python3 make.py expected             # the newer GDAL: what it reads of each

curves-all-4526 was made from curves-4526 by rewriting its rows; GDAL reads it, and writes no such curves.
"""

import json
import math
import os
import random
import shutil
import sys
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
EAST, NORTH = 38456000.0, 3845000.0


def square(east, north, width, height=None):
    height = width if height is None else height
    corners = [(0, 0), (width, 0), (width, height), (0, height), (0, 0)]
    return "((" + ",".join(f"{EAST + east + x} {NORTH + north + y}" for x, y in corners) + "))"


def pack(name, folders):
    """Folders to one zip, each file dated alike, so that the same data give the same bytes."""
    with zipfile.ZipFile(os.path.join(HERE, name), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for folder, inside in folders:
            for file in sorted(os.listdir(folder)):
                if not file.endswith((".gdbtable", ".gdbtablx")):
                    continue
                entry = zipfile.ZipInfo(f"{inside}/{file}", (2000, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                with open(os.path.join(folder, file), "rb") as content:
                    archive.writestr(entry, content.read())
            shutil.rmtree(folder)


def created(name):
    from osgeo import gdal

    path = f"/tmp/yuantu-{name}"
    shutil.rmtree(path, ignore_errors=True)
    return gdal.GetDriverByName("OpenFileGDB").Create(path, 0, 0, 0, gdal.GDT_Unknown), path


def reference(epsg):
    from osgeo import osr

    found = osr.SpatialReference()
    found.ImportFromEPSG(epsg)
    found.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return found


def fields_of(layer, described):
    from osgeo import ogr

    for name, alias, kind, width, domain in described:
        field = ogr.FieldDefn(name, kind)
        if width:
            field.SetWidth(width)
        if alias:
            field.SetAlternativeName(alias)
        if domain:
            field.SetDomainName(domain)
        layer.CreateField(field)


def add(layer, values, wkt=None, fid=None):
    from osgeo import ogr

    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if value is None:
            feature.SetFieldNull(name)
        elif isinstance(value, bytes):
            feature.SetFieldBinaryFromHexString(name, value.hex())
        else:
            feature.SetField(name, value)
    if wkt:
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
    if fid is not None:
        feature.SetFID(fid)
    layer.CreateFeature(feature)


def ellipsoid_area(wkt):
    """m² on the ellipsoid, edges straight on the plane: cut fine, and on a cylindrical equal-area projection of PROJ."""
    from osgeo import ogr, osr

    shape = ogr.CreateGeometryFromWkt(wkt)
    shape.Segmentize(1.0)
    equal = osr.SpatialReference()
    equal.ImportFromProj4("+proj=cea +lon_0=114 +ellps=GRS80 +rf=298.257222101 +a=6378137 +units=m +no_defs")
    shape.Transform(osr.CoordinateTransformation(reference(4526), equal))
    return shape.GetArea()


def make_survey():
    """国土调查: a feature dataset with 图斑, districts and points, domains, and a table without shapes."""
    from osgeo import ogr

    ds, path = created("survey.gdb")
    text, real = ogr.OFTString, ogr.OFTReal
    classes = {"0601": "工业用地", "0602": "采矿用地", "1003": "公路用地", "0201K": "可调整果园", "05H1": "商业服务业设施用地"}
    ds.AddFieldDomain(ogr.CreateCodedFieldDomain("地类", "", text, ogr.OFSTNone, classes))
    ds.AddFieldDomain(ogr.CreateCodedFieldDomain("权属", "", text, ogr.OFSTNone, {"20": "国有土地", "30": "集体土地"}))
    ds.AddFieldDomain(ogr.CreateRangeFieldDomain("面积范围", "", real, ogr.OFSTNone, 0, True, 1e9, True))
    options = ["FEATURE_DATASET=TDLY", "XYTOLERANCE=0.001", "XYSCALE=10000", "XORIGIN=-2147483647", "YORIGIN=-2147483647"]
    dltb = ds.CreateLayer("DLTB", reference(4526), ogr.wkbPolygon, options + ["LAYER_ALIAS=地类图斑", "CREATE_SHAPE_AREA_AND_LENGTH_FIELDS=YES"])
    fields_of(dltb, [
        ("BSM", "标识码", text, 18, None), ("YSDM", "要素代码", text, 10, None), ("TBBH", "图斑编号", text, 8, None),
        ("DLBM", "地类编码", text, 5, "地类"), ("DLMC", "地类名称", text, 60, None), ("QSXZ", "权属性质", text, 2, "权属"),
        ("QSDWMC", "权属单位名称", text, 60, None), ("ZLDWDM", "坐落单位代码", text, 19, None), ("TBMJ", "图斑面积", real, 0, "面积范围"),
        ("KCDLBM", "扣除地类编码", text, 5, None), ("KCXS", "扣除地类系数", real, 0, None), ("KCMJ", "扣除地类面积", real, 0, None),
        ("TBDLMJ", "图斑地类面积", real, 0, None), ("BZ", "备注", text, 254, None),
    ])
    chance = random.Random(3)
    for n, (code, word) in enumerate(list(classes.items()) + [("0601", "工业用地")]):
        wkt = "MULTIPOLYGON(" + square(120 * n, 0, 100 + n, 80) + ")"
        area = round(ellipsoid_area(wkt) + (1.5 if n == 5 else 0), 2)
        add(dltb, {
            "BSM": f"4101052110{n + 1:08}", "YSDM": "2001010100", "TBBH": str(n + 1), "DLBM": code, "DLMC": word,
            "QSXZ": "20" if n % 2 else "30", "QSDWMC": f"某村{n}", "ZLDWDM": "4101052110010000000", "TBMJ": area, "KCXS": 0.0, "KCMJ": 0.0, "TBDLMJ": area,
            "BZ": None if n == 1 else f"备注{chance.randint(1, 9)}",
        }, wkt)
    xzq = ds.CreateLayer("XZQ", reference(4526), ogr.wkbPolygon, options + ["LAYER_ALIAS=行政区"])
    fields_of(xzq, [("XZQDM", "行政区代码", text, 12, None), ("XZQMC", "行政区名称", text, 100, None)])
    add(xzq, {"XZQDM": "410105", "XZQMC": "某区"}, "POLYGON" + square(-50, -50, 900, 200))
    jzd = ds.CreateLayer("JZD", reference(4526), ogr.wkbPoint, options)
    fields_of(jzd, [("JZDH", None, text, 10, None)])
    add(jzd, {"JZDH": "J1"}, f"POINT({EAST} {NORTH})")
    qlr = ds.CreateLayer("QLR", None, ogr.wkbNone)
    fields_of(qlr, [("QLLX", None, text, 2, None)])
    add(qlr, {"QLLX": "3"})
    return path


def make_wide():
    """Ids with gaps up to 40 000 000 and places of 6 bytes; heights, measures, bytes."""
    from osgeo import ogr

    ds, path = created("wide.gdb")
    layer = ds.CreateLayer("ZD", reference(4526), ogr.wkbPolygonZM,
                           ["CONFIGURATION_KEYWORD=MAX_FILE_SIZE_256TB"])
    fields_of(layer, [("ZDDM", "宗地代码", ogr.OFTString, 19, None), ("ZDMJ", "宗地面积", ogr.OFTReal, 0, None),
                      ("TX", None, ogr.OFTBinary, 0, None), ("FL", None, ogr.OFTReal, 0, None), ("N", None, ogr.OFTInteger, 0, None)])
    for n, fid in enumerate([1, 1024, 1025, 5_000_000, 40_000_000]):
        side = 10 + n
        corners = [(0, 0), (side, 0), (side, side), (0, side), (0, 0)]
        ring = ",".join(f"{EAST + 100 * n + x} {NORTH + y} {12.5 + n} {k}" for k, (x, y) in enumerate(corners))
        add(layer, {"ZDDM": f"410105001001GB{n:05}", "ZDMJ": float(side * side), "TX": bytes(range(n + 1)), "FL": 0.1 * n,
                    "N": None if n == 2 else -n}, f"POLYGON ZM(({ring}))", fid)
    return path


def make_small():
    """Places of 4 bytes; the registration database's columns; shape area under the alias 面积."""
    from osgeo import ogr

    ds, path = created("small.gdb")
    layer = ds.CreateLayer("ZDJBXX", reference(4526), ogr.wkbMultiPolygon,
                           ["CONFIGURATION_KEYWORD=MAX_FILE_SIZE_4GB", "LAYER_ALIAS=宗地基本信息"])
    fields_of(layer, [("BSM", "标识码", ogr.OFTInteger, 0, None), ("ZDDM", "宗地代码", ogr.OFTString, 19, None),
                      ("ZDMJ", "宗地面积", ogr.OFTReal, 0, None), ("ZL", "坐落", ogr.OFTString, 200, None),
                      ("YT", "用途", ogr.OFTString, 30, None), ("QLLX", "权利类型", ogr.OFTString, 2, None),
                      ("Shape_Area", "面积", ogr.OFTReal, 0, None)])
    for n in range(3):
        add(layer, {"BSM": n + 1, "ZDDM": f"410105001002GB{n:05}", "ZDMJ": 1200.5 + n, "ZL": f"某路{n}号", "YT": "工业用地",
                    "QLLX": "3", "Shape_Area": 9e9}, "POLYGON" + square(200 * n, 500, 30 + n / 60, 40))
    return path


def make_utf16():
    """Texts of two bytes a character (of which this GDAL cuts characters beyond them), degrees, a hole that turns like its shell."""
    from osgeo import ogr

    ds, path = created("utf16.gdb")
    layer = ds.CreateLayer("地块", reference(4490), ogr.wkbPolygon, ["CONFIGURATION_KEYWORD=TEXT_UTF16"])
    fields_of(layer, [("编号", None, ogr.OFTString, 20, None), ("名称", None, ogr.OFTString, 60, None),
                      ("RQ", "批准日期", ogr.OFTDate, 0, None), ("SK", None, ogr.OFTDateTime, 0, None)])
    ring = "(113.5 34.7,113.502 34.7,113.502 34.702,113.5 34.702,113.5 34.7)"
    hole = "(113.5005 34.7005,113.5015 34.7005,113.5015 34.7015,113.5005 34.7015,113.5005 34.7005)"
    add(layer, {"编号": "甲-1", "名称": "㙟地块", "RQ": "2026/01/18", "SK": "2026/01/18 08:30:15"}, f"POLYGON({ring},{hole})")
    add(layer, {"编号": "甲-2", "名称": "", "RQ": "1899/12/29", "SK": None}, "POLYGON((113.51 34.7,113.512 34.7,113.51 34.702,113.51 34.7))")
    add(layer, {"编号": "甲-3", "名称": None, "RQ": None, "SK": None})
    return path


def make_clerk():
    """What a clerk drops on the page: 图斑 of two districts, some granted and not begun, and the districts as a layer of their own."""
    from osgeo import ogr

    ds, path = created("clerk.gdb")
    text, real, day = ogr.OFTString, ogr.OFTReal, ogr.OFTDate
    dltb = ds.CreateLayer("DLTB", reference(4526), ogr.wkbPolygon, ["LAYER_ALIAS=地类图斑"])
    fields_of(dltb, [
        ("BSM", "标识码", text, 18, None), ("DLBM", "地类编码", text, 5, None), ("DLMC", "地类名称", text, 60, None),
        ("ZLDWDM", "坐落单位代码", text, 19, None), ("TBMJ", "图斑面积", real, 0, None), ("KCMJ", "扣除地类面积", real, 0, None),
        ("GDRQ", "供应日期", day, 0, None), ("YDKG", "约定开工日期", day, 0, None),
    ])
    for n in range(12):
        shape = "POLYGON" + square(130 * (n % 4), 110 * (n // 4), 100 + n, 80)
        isGranted = n % 4 == 1
        add(dltb, {
            "BSM": f"4101052110{n + 1:08}", "DLBM": "0601" if n % 2 else "0101", "DLMC": "工业用地" if n % 2 else "水田",
            "ZLDWDM": ("410105" if n < 8 else "410102") + "0010010000000", "TBMJ": round(ellipsoid_area(shape), 2), "KCMJ": 0.0,
            "GDRQ": "2018/05/01" if isGranted else None, "YDKG": "2019/05/01" if isGranted else None,
        }, shape)
    xzq = ds.CreateLayer("XZQ", reference(4526), ogr.wkbPolygon, ["LAYER_ALIAS=行政区"])
    fields_of(xzq, [("XZQMC", "行政区名称", text, 100, None)])
    add(xzq, {"XZQMC": "某区"}, "POLYGON" + square(-50, -50, 900, 500))
    return path


def make_databases():
    pack("../../browser/clerk.gdb.zip", [(make_clerk(), "三调.gdb")])
    pack("survey.gdb.zip", [(make_survey(), "成果/第一批/三调.gdb")])
    pack("two.zip", [(make_wide(), "登记/wide.gdb"), (make_small(), "登记/2/small.gdb")])
    pack("utf16.gdb.zip", [(make_utf16(), "utf16.gdb")])


def make_types():
    import datetime as dt

    import pyarrow as pa
    import pyogrio.raw as raw
    import shapely

    path = "/tmp/yuantu-types.gdb"
    shutil.rmtree(path, ignore_errors=True)
    boxes = [shapely.box(EAST + 50 * k, NORTH, EAST + 50 * k + 20, NORTH + 30) for k in range(3)]
    moments = [dt.datetime(2026, 1, 18, 8, 30, 15, 250000), dt.datetime(1999, 12, 31, 23, 59, 59), None]
    table = pa.table({
        "wkb_geometry": pa.array([shapely.to_wkb(box) for box in boxes], pa.binary()),
        "ZDDM": pa.array(["T-1", "T-2", "T-3"]),
        "big": pa.array([9007199254740993, -9007199254740991, 7], pa.int64()),
        "day": pa.array([dt.date(2026, 1, 18), dt.date(1900, 1, 1), None], pa.date32()),
        "clock": pa.array([dt.time(8, 30, 15), dt.time(23, 59, 59), None], pa.time32("ms")),
        "moment": pa.array(moments, pa.timestamp("ms")),
        "small": pa.array([-32768, 0, 32767], pa.int16()),
        "single": pa.array([0.1, -2.5, 1e10], pa.float32()),
        "double": pa.array([0.1, -2.5, 1e300], pa.float64()),
    })
    raw.write_arrow(table, path, layer="DK", driver="OpenFileGDB", geometry_name="wkb_geometry", geometry_type="Polygon",
                    crs="EPSG:4526", layer_options={"TARGET_ARCGIS_VERSION": "ARCGIS_PRO_3_2_OR_LATER"})
    pack("types.gdb.zip", [(path, "types.gdb")])


def expected_of(path):
    import pyogrio
    import shapely

    os.environ["OGR_ARC_STEPSIZE"] = "0.1"
    layers = {}
    for name, kind in pyogrio.list_layers(path):
        if kind is None or "Polygon" not in kind and "Surface" not in kind and "CurvePolygon" not in kind:
            continue
        meta, table = pyogrio.raw.read_arrow(path, layer=name, return_fids=True, read_geometry=False)
        # Curves come as chords this way only.
        _, fids, shapes, _ = pyogrio.raw.read(path, layer=name, return_fids=True)
        stored = {int(fid): shape for fid, shape in zip(fids, shapes)}
        rows = []
        for row in table.to_pylist():
            fid = row[meta["fid_column"] or "OGC_FID"]
            shape = None if stored[fid] is None else shapely.from_wkb(bytes(stored[fid]))
            values = {str(field): plain(row[field]) for field in meta["fields"]}
            outline = sorted([[x, y] for x, y, *_ in shapely.get_coordinates(shape)]) if shape else []
            rows.append({"fid": fid, "values": values, "area": shape and shape.area,
                         "vertices": len(outline), "first": outline[0] if outline else None})
        layers[str(name)] = rows
    return layers


def plain(value):
    if isinstance(value, bytes):
        return value.hex()
    if hasattr(value, "isoformat"):
        # Without zone; a moment at midnight is a day.
        text = value.isoformat(timespec="milliseconds") if hasattr(value, "hour") else value.isoformat()
        return text.removesuffix("+00:00").removesuffix(".000").removesuffix("T00:00:00")
    if isinstance(value, float) and math.isnan(value):
        return None
    # More than a number of JavaScript holds.
    return str(value) if isinstance(value, int) and abs(value) > 2**53 - 1 else value


def make_expected():
    import pyogrio  # noqa: F401

    found = {}
    for name in sorted(os.listdir(HERE)):
        if not name.endswith(".zip"):
            continue
        with zipfile.ZipFile(os.path.join(HERE, name)) as archive:
            folders = sorted({os.path.dirname(path) for path in archive.namelist() if path.endswith("a00000001.gdbtable")})
        for folder in folders:
            inside = f"/vsizip/{HERE}/{name}/{folder}"
            found[f"{name}/{folder}"] = expected_of(inside)
    with open(os.path.join(HERE, "expected.json"), "w", encoding="utf-8") as file:
        json.dump(found, file, ensure_ascii=False, indent=1)
        file.write("\n")


if __name__ == "__main__":
    {"databases": make_databases, "types": make_types, "expected": make_expected}[sys.argv[1]]()
